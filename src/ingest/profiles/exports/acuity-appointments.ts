import type { Profile } from '../profile';

/** A row an appointment at its price, whether it was paid online or not; a certificate pays like money. */
export default {
  id: 'acuity-appointments',
  name: 'Acuity appointments',
  seen: 'importer',
  fingerprint: ['Start Time', 'Appointment Price', 'Amount Paid Online', 'Calendar'],
  fields: {
    order_id: ['Appointment ID'],
    date: ['Start Time'],
    email: ['Email'],
    phone: ['Phone'],
    customer_name: ['Last Name'],
    amount: ['Appointment Price'],
    product: ['Type'],
    staff: ['Calendar'],
    discount_code: ['Certificate Code'],
    status: ['Canceled', 'Label'],
  },
  amount_level: 'line',
  excluded: ['true', 'yes'],
} satisfies Profile;
