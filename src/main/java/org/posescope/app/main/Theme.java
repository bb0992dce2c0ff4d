package org.posescope.app.main;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.posescope.app.settings.ThemeChoice;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;

/** The look of the window: AtlantaFX with a stylesheet of our own, and the typeface Inter. FX thread. */
final class Theme {
    private static final PseudoClass LIGHT = PseudoClass.getPseudoClass("light");
    private static final List<String> FONTS = List.of("inter-latin-400-normal.woff", "inter-latin-500-normal.woff",
            "inter-latin-600-normal.woff", "inter-latin-700-normal.woff");
    private static final double ANY_SIZE = 12;
    private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private Theme() {}

    /** To be called before the first control is made. */
    static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in = Theme.class.getResourceAsStream("/org/posescope/app/fonts/" + font)) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The program's icon, from small to large. */
    static List<Image> icons() {
        return ICON_SIZES.stream().map(size -> "/org/posescope/app/icon/posescope-" + size + ".png")
                .map(name -> new Image(Theme.class.getResource(name).toExternalForm())).toList();
    }

    static void style(Scene scene) {
        scene.getStylesheets().add(Theme.class.getResource("/org/posescope/app/window.css").toExternalForm());
    }

    static void apply(ThemeChoice choice, Scene scene) {
        boolean light = choice == ThemeChoice.LIGHT;
        Application.setUserAgentStylesheet(
                light ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet());
        scene.getRoot().pseudoClassStateChanged(LIGHT, light);
    }
}
