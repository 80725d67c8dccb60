/** What is said where the app cannot be kept for use without its server. */
export const offline = {
  notStored:
    'The app could not be stored for use without a connection: a file did not arrive as it was built, or there is no room. It works as long as it can be loaded.',
};
