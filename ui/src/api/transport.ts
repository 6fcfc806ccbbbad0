/** What the typed client speaks through: the shape of `fetch`, for one finished request. */
export type Transport = (request: Request) => Promise<Response>;

/** A browser tab: the session cookie is the credential and stays on its own origin. */
export const browserTransport: Transport = (request) => fetch(new Request(request, { credentials: 'same-origin' }));
