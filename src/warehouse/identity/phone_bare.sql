-- The digits of a phone number as it was written, with a + before them where it was written with the
-- country's prefix (+44 or 0044). Extensions and the (0) of +44 (0)20 are no part of it.
create or replace macro phone_bare(written) as
  case
    when regexp_full_match(written, '[1-9][0-9]*|0[1-9][0-9]*') then written
    when regexp_matches(written, '^[^0-9]*([+]|00)[^0-9]*[1-9]')
      then '+'
        || regexp_replace(
          regexp_replace(
            replace(
              regexp_replace(
                written, '^(.*[0-9].{4,}[0-9)])[ ,;/]*(extension|extn|ext|poste|x|#)[.:]? *[0-9]{1,6}[ )]*$',
                '\1', 'i'
              ),
              '(0)',
              ''
            ),
            '[^0-9]',
            '',
            'g'
          ),
          '^00',
          ''
        )
    else regexp_replace(
      regexp_replace(
        written, '^(.*[0-9].{4,}[0-9)])[ ,;/]*(extension|extn|ext|poste|x|#)[.:]? *[0-9]{1,6}[ )]*$', '\1',
        'i'
      ),
      '[^0-9]',
      '',
      'g'
    )
  end;
