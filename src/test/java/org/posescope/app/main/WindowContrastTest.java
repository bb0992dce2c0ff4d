package org.posescope.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.posescope.app.controls.CanvasInk;
import org.posescope.app.settings.ThemeChoice;
import org.posescope.draw.Palette;
import org.posescope.pose.Skeleton;
import org.posescope.testkit.Fx;
import org.testfx.api.FxRobot;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;

/** Contrast of what is written and of symbols to what is behind them: WCAG 2.1, 1.4.3 (AA) and 1.4.11. */
@Timeout(120)
class WindowContrastTest {
    private static final double TEXT = 4.5;
    private static final double SYMBOL = 3;
    /** Text of at least 18 points, or 14 points bold, in pixels of CSS. */
    private static final double LARGE = 24;

    private static final Map<String, Page> PAGES = Map.of("playing", new Page.None(), "settings",
            new Page.Preferences(), "about", new Page.About(), "keys", new Page.Keys(), "export", new Page.Export(),
            "queue", new Page.Queue(), "welcome", new Page.Welcome());

    @TempDir
    private Path folder;

    @Test
    void everything_that_is_written_can_be_read_in_both_themes() throws Exception {
        List<String> faint = new ArrayList<>();
        try (WindowRig rig = new WindowRig(folder).show("2000")) {
            Fx.await("the first frame", () -> rig.seen("#source-tag") && rig.seconds() > 0);
            for (ThemeChoice theme : ThemeChoice.values()) {
                Fx.run(() -> rig.model().settings().update(each -> each.withTheme(theme)));
                for (Map.Entry<String, Page> page : PAGES.entrySet()) {
                    Fx.run(() -> {
                        rig.model().showPage(page.getValue());
                        rig.scene().getRoot().applyCss();
                        rig.scene().getRoot().layout();
                        look(rig.scene().getRoot(), List.of(Color.BLACK), theme + ", " + page.getKey(), faint);
                    });
                }
            }
        }

        assertThat(faint.stream().distinct().toList()).isEmpty();
    }

    /** @param grounds colours that are behind the node, of which each may be at its place */
    private static void look(Node node, List<Color> grounds, String where, List<String> faint) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        List<Color> behind = node instanceof Region region ? over(region, grounds) : grounds;
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            boolean symbol = text instanceof FontIcon;
            double wanted = symbol || text.getFont().getSize() >= LARGE ? SYMBOL : TEXT;
            behind.stream().filter(ground -> contrast(blend(ink, ground), ground) < wanted).findFirst()
                    .ifPresent(ground -> faint.add(String.format(Locale.ROOT, "%s: %s %s on %s is %.2f : 1", where,
                            symbol ? "symbol of " + named(text) : "\"" + text.getText() + "\"", hex(ink), hex(ground),
                            contrast(blend(ink, ground), ground))));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, behind, where, faint));
        }
    }

    private static String named(Node node) {
        Parent parent = node.getParent();
        return parent == null ? "?" : parent.getStyleClass() + " " + parent.getId();
    }

    private static List<Color> over(Region region, List<Color> grounds) {
        List<Color> now = grounds;
        if (region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                List<Color> below = now;
                now = colors(fill.getFill()).stream()
                        .flatMap(color -> below.stream().map(ground -> blend(color, ground))).distinct().toList();
            }
        }
        return now;
    }

    private static List<Color> colors(Paint paint) {
        return switch (paint) {
            case Color color -> List.of(color);
            case RadialGradient gradient -> gradient.getStops().stream().map(Stop::getColor).toList();
            case LinearGradient gradient -> gradient.getStops().stream().map(Stop::getColor).toList();
            default -> List.of(Color.TRANSPARENT);
        };
    }

    private static Color blend(Color over, Color ground) {
        double alpha = over.getOpacity();
        return Color.color(alpha * over.getRed() + (1 - alpha) * ground.getRed(),
                alpha * over.getGreen() + (1 - alpha) * ground.getGreen(),
                alpha * over.getBlue() + (1 - alpha) * ground.getBlue());
    }

    /** WCAG 2.1, "contrast ratio". */
    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** WCAG 2.1, "relative luminance". */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x/%.2f", Math.round(255 * color.getRed()),
                Math.round(255 * color.getGreen()), Math.round(255 * color.getBlue()), color.getOpacity());
    }

    @Test
    void what_is_drawn_over_time_is_seen_in_both_themes() throws Exception {
        List<String> faint = new ArrayList<>();
        try (WindowRig rig = new WindowRig(folder).show("2000")) {
            Fx.await("the first frame", () -> rig.seen("#timeline") && rig.seconds() > 0);
            new FxRobot().type(KeyCode.G);
            Fx.await("the page of angles", () -> rig.seen("#plot"));
            Fx.run(() -> {
                for (ThemeChoice theme : ThemeChoice.values()) {
                    rig.model().settings().update(each -> each.withTheme(theme));
                    rig.scene().getRoot().applyCss();
                    for (String canvas : List.of(".timeline", ".plot")) {
                        Region pane = (Region) rig.scene().lookup(canvas);
                        Label text = (Label) pane.lookup(".timeline-ink");
                        drawn(new CanvasInk((Color) text.getTextFill()), over(pane, List.of(Color.BLACK)),
                                theme + ", " + canvas, faint);
                    }
                }
            });
        }

        assertThat(faint).isEmpty();
    }

    private static void drawn(CanvasInk ink, List<Color> grounds, String where, List<String> faint) {
        Map<String, Color> texts = Map.of("text", ink.text(), "muted text", ink.muted());
        for (Color ground : grounds) {
            texts.forEach((name, color) -> judge(color, ground, TEXT, where + ": " + name, faint));
            for (int person = 0; person <= 3 * 7; person++) {
                for (Skeleton.Side side : Skeleton.Side.values()) {
                    judge(ink.seen(Palette.limb(person, side)), ground, SYMBOL,
                            where + ": " + side + " of #" + person, faint);
                }
            }
        }
    }

    private static void judge(Color color, Color ground, double wanted, String what, List<String> faint) {
        double contrast = contrast(blend(color, ground), ground);
        if (contrast < wanted) {
            faint.add(String.format(Locale.ROOT, "%s %s on %s is %.2f : 1", what, hex(color), hex(ground), contrast));
        }
    }

    @Test
    void contrast_is_that_of_the_guidelines() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
        assertThat(contrast(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    }
}
