package org.posescope.app.video;

import java.util.LinkedHashMap;
import java.util.Map;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of texts in one font; measuring costs a layout, so the last few hundred are remembered. FX thread. */
final class TextWidths {
    private static final int MOST = 512;

    private final Text ruler;
    private final Map<String, Double> known = new LinkedHashMap<>();

    /** @param ruler a node of its own that measures */
    TextWidths(Text ruler, Font font) {
        this.ruler = ruler;
        ruler.setFont(font);
    }

    double of(String text) {
        Double width = known.get(text);
        if (width == null) {
            ruler.setText(text);
            width = ruler.getLayoutBounds().getWidth();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(text, width);
        }
        return width;
    }
}
