package org.posescope.plan;

import java.util.Locale;

/** How points are read from heatmaps, which a file does not tell: as its network was trained. */
public enum HeatmapDecoding {
    /** A quarter of a cell towards the higher neighbour: HRNet, SimplePose. */
    QUARTER("heatmaps"),
    /** Distribution-aware (DARK): a parabola through the logarithm of the smoothed heatmap. */
    DARK("heatmaps-dark"),
    /** Unbiased data processing (UDP), with DARK: ViTPose, and the networks of mmpose that have it in their name. */
    UDP("heatmaps-udp");

    private final String decoder;

    HeatmapDecoding(String decoder) {
        this.decoder = decoder;
    }

    /** As a card names it. */
    public String decoder() {
        return decoder;
    }

    /** As an option names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
