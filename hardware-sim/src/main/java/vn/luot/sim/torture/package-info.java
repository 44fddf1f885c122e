/**
 * Real programs, treated as badly as a hall can treat them: killed, stopped, cut off, on broken disks and with clocks that
 * jump; in the end everything that they answered is held against what they kept.
 */
package vn.luot.sim.torture;
