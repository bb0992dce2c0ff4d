package org.posescope.app.stats;

/** Mean milliseconds that one stage worked on a frame; 0 when there was none. */
public record StageTime(String name, double millis) {}
