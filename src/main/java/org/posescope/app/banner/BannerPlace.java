package org.posescope.app.banner;

import java.util.Optional;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Where the banner is, so that it covers nothing that is to be read: what stays has a row of its own, which the panes make room for; what
 * goes away by itself after some seconds lies over the picture, so that nothing moves for it. Pages that cover the panes never move, because
 * somebody may be about to press a button of theirs: the banner is above them. FX thread.
 */
public final class BannerPlace {
    private static final PseudoClass FLOATING = PseudoClass.getPseudoClass("floating");

    private final Banner banner;
    private final Pane row;
    private final StackPane window;
    private final Supplier<Surroundings> surroundings;
    private Optional<Notice> shown = Optional.empty();

    /**
     * What is around the banner where it lies over the window.
     *
     * @param covered whether a page covers the panes
     * @param margin  from the edges of the window to where nothing is to be read
     */
    public record Surroundings(boolean covered, Insets margin) {}

    /**
     * @param row          where the banner is while it stays; above the panes
     * @param window       over which it lies else
     * @param surroundings as they are now; {@link #place} is to be called when they change
     */
    public BannerPlace(NoticeModel model, Banner banner, Pane row, StackPane window,
            Supplier<Surroundings> surroundings) {
        this.banner = banner;
        this.row = row;
        this.window = window;
        this.surroundings = surroundings;
        banner.managedProperty().bind(banner.visibleProperty());
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        window.getChildren().add(banner);
        model.notice().subscribe(notice -> {
            shown = notice;
            place();
        });
    }

    /** Puts the banner to where its notice belongs now. */
    public void place() {
        shown.ifPresent(notice -> {
            Surroundings around = surroundings.get();
            boolean brief = notice.kind() == Notice.Kind.INFO && notice.answers().isEmpty();
            boolean floating = brief && !around.covered();
            moveTo(brief || around.covered() ? window : row);
            banner.setMaxWidth(floating ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
            banner.pseudoClassStateChanged(FLOATING, floating);
            StackPane.setMargin(banner, around.margin());
        });
    }

    private void moveTo(Pane wanted) {
        if (!wanted.getChildren().contains(banner)) {
            row.getChildren().remove(banner);
            window.getChildren().remove(banner);
            wanted.getChildren().add(banner);
        }
    }
}
