package org.posescope.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How pixels enter a network: {@code value = (channel - mean) * scale}, channel 0..255.
 *
 * @param name        of the input tensor
 * @param width       pixels
 * @param height      pixels
 * @param layout      order of the axes
 * @param colorOrder  order of the channels
 * @param mean        one a channel, in the network's order of channels, in units of 0..255
 * @param scale       one a channel
 */
public record InputSpec(@JsonProperty(required = true) String name, @JsonProperty(required = true) int width,
        @JsonProperty(required = true) int height, @JsonProperty(required = true) Layout layout,
        @JsonProperty(required = true) ColorOrder colorOrder, @JsonProperty(required = true) List<Float> mean,
        @JsonProperty(required = true) List<Float> scale) {
    public InputSpec {
        if (name == null || layout == null || colorOrder == null || mean == null || scale == null) {
            throw new IllegalArgumentException("an input has a name, a layout, a colour order, means and scales");
        }
        mean = List.copyOf(mean);
        scale = List.copyOf(scale);
        if (width <= 0 || height <= 0 || mean.size() != 3 || scale.size() != 3) {
            throw new IllegalArgumentException("an input needs positive sides and three means and scales: " + name);
        }
    }

    /** Order of the axes of an image tensor. */
    public enum Layout {
        @JsonProperty("nhwc")
        NHWC, @JsonProperty("nchw")
        NCHW
    }

    /** Order of the channels of an image tensor. */
    public enum ColorOrder {
        @JsonProperty("rgb")
        RGB, @JsonProperty("bgr")
        BGR
    }

    /** The shape for a batch of pictures. */
    public int[] shape(int batch) {
        return layout == Layout.NHWC ? new int[] {batch, height, width, 3} : new int[] {batch, 3, height, width};
    }
}
