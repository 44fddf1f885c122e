/** What scanners of QR codes read, and what of it may be known. */
package vn.luot.kiosk.scanner;
