/** The agent on the kiosk's PC: takes tickets for visitors and prints them. */
package vn.luot.kiosk;
