/** The ticket printer: what a ticket looks like, how it becomes bytes, and how we know that it was printed. */
package vn.luot.kiosk.printer;
