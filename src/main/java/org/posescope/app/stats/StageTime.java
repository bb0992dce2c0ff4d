package org.posescope.app.stats;

/** Median milliseconds that one stage worked on a frame. */
public record StageTime(String name, double millis) {}
