/** What the hub proves itself with. */
package vn.luot.hub.tls;
