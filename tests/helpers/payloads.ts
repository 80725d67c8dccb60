/** Texts that run where they are taken for markup, an address or a template; each calls `__pwn` with its number. */
const TEMPLATES: ((call: string) => string)[] = [
  (c) => `<script>${c}</script>`,
  (c) => `<img src=x onerror=${c}>`,
  (c) => `<svg onload=${c}>`,
  (c) => `<svg><script>${c}</script></svg>`,
  (c) => `"><img src=x onerror=${c}>`,
  (c) => `'><svg/onload=${c}>`,
  (c) => `javascript:${c}`,
  (c) => `<a href="javascript:${c}">x</a>`,
  (c) => `<iframe srcdoc="<script>parent.${c}</script>">`,
  (c) => `<math><mtext><img src onerror=${c}>`,
  (c) => `<details open ontoggle=${c}>`,
  (c) => `<body onload=${c}>`,
  (c) => `<input autofocus onfocus=${c}>`,
  (c) => `<video><source onerror=${c}>`,
  (c) => `<style>@import'javascript:${c}'</style>`,
  (c) => `{{constructor.constructor('${c}')()}}`,
  (c) => `\${${c}}`,
  (c) => `</title><script>${c}</script>`,
  (c) => `</textarea><script>${c}</script>`,
  (c) => `--><script>${c}</script><!--`,
  (c) => `]]><script>${c}</script>`,
  (c) => `<object data="javascript:${c}">`,
  (c) => `<form action="javascript:${c}"><button>`,
  (c) => `<button formaction="javascript:${c}">`,
  (c) => `<marquee onstart=${c}>`,
  (c) => `<svg><animate onbegin=${c} attributeName=x dur=1s>`,
  (c) => `<svg><a xlink:href="javascript:${c}"><text>x</text></a></svg>`,
  (c) => `<link rel=stylesheet href="javascript:${c}">`,
  (c) => `<meta http-equiv=refresh content="0;url=javascript:${c}">`,
  (c) => `<base href="javascript:${c}//">`,
  (c) => `<template><script>${c}</script></template>`,
  (c) => `<noscript><p title="</noscript><img src=x onerror=${c}>">`,
  (c) => `&lt;script&gt;${c}&lt;/script&gt;`,
  (c) => `&#60;img src=x onerror=${c}&#62;`,
  (c) => `<ScRiPt>${c}</sCrIpT>`,
  (c) => `<img/src=x/onerror=${c}>`,
  (c) => `<x onclick=${c} tabindex=1 id=location>`,
  (c) => `<foreignObject><iframe onload=${c}>`,
];

const WRAPPED: ((text: string) => string)[] = [
  (text) => text,
  (text) => `Tea ${text}`,
  (text) => `${text} & Sons`,
  (text) => `"${text}"`,
  (text) => `x" style="color:red" ${text}`,
  (text) => `x' title='${text}`,
  (text) => `茶 ${text} é`,
  (text) => encodeURIComponent(text),
];

/** How many are of different kinds: they come one of each kind after the other. */
export const KINDS = TEMPLATES.length;

/** 304 of them, each another; none is changed by trimming. */
export const PAYLOADS: readonly string[] = WRAPPED.flatMap((wrap, w) =>
  TEMPLATES.map((template, t) => wrap(template(`__pwn(${w * TEMPLATES.length + t})`))),
);
