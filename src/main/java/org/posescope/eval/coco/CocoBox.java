package org.posescope.eval.coco;

/** An upright rectangle, pixels: its upper left corner and its sides. */
public record CocoBox(double x, double y, double width, double height) {}
