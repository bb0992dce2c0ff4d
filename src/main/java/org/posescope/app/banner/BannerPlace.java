package org.posescope.app.banner;

import java.util.Optional;
import java.util.function.Supplier;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/**
 * Where the banner is, so that it covers nothing that is to be read: what stays has a row of its own, which the panes make room for; what
 * goes away by itself after some seconds lies over the picture, so that nothing moves for it. FX thread.
 */
public final class BannerPlace {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Banner banner;
    private final Pane row;
    private final StackPane window;
    private final Supplier<Insets> margin;

    private BannerPlace(Banner banner, Pane row, StackPane window, Supplier<Insets> margin) {
        this.banner = banner;
        this.row = row;
        this.window = window;
        this.margin = margin;
    }

    /**
     * Puts the banner to where its notices belong, one after the other.
     *
     * @param row    ends with the banner while it stays
     * @param window over which it lies else
     * @param margin from the edges of the window to where nothing is to be read
     */
    public static void install(NoticeModel model, Banner banner, Pane row, StackPane window, Supplier<Insets> margin) {
        BannerPlace place = new BannerPlace(banner, row, window, margin);
        banner.managedProperty().bind(banner.visibleProperty());
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        model.notice().subscribe(place::show);
    }

    private void show(Optional<Notice> shown) {
        shown.ifPresent(notice -> {
            boolean over = notice.kind() == Notice.Kind.INFO && notice.answers().isEmpty();
            Pane wanted = over ? window : row;
            if (banner.getParent() == null || !banner.getParent().equals(wanted)) {
                row.getChildren().remove(banner);
                window.getChildren().remove(banner);
                wanted.getChildren().add(banner);
            }
            banner.setMaxWidth(over ? StackPane.USE_PREF_SIZE : Double.MAX_VALUE);
            banner.pseudoClassStateChanged(OVER, over);
            StackPane.setMargin(banner, over ? margin.get() : Insets.EMPTY);
        });
    }
}
