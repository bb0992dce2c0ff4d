package org.posescope.frame;

/**
 * A camera of this computer.
 *
 * @param number what the user types to open it
 * @param name   what its maker calls it
 * @param device what the operating system calls it, for example {@code /dev/video0}
 */
public record Camera(int number, String name, String device) {}
