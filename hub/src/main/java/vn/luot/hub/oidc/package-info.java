/** Signing in with an account of the office: OpenID Connect, the code flow with PKCE. */
package vn.luot.hub.oidc;
