package org.posescope.app.main;

import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows the page that covers the panes, made when it is first needed. FX thread. */
final class PageLayer extends StackPane {
    private static final PseudoClass COVER = PseudoClass.getPseudoClass("cover");
    private static final PseudoClass VEIL = PseudoClass.getPseudoClass("veil");

    /** @param views makes the view of a page; null for one that shows nothing */
    PageLayer(ObservableValue<Page> page, Function<Page, Node> views) {
        getStyleClass().add("page-layer");
        page.subscribe(now -> {
            Node view = views.apply(now);
            setVisible(view != null);
            pseudoClassStateChanged(COVER, now instanceof Page.Welcome);
            pseudoClassStateChanged(VEIL, view != null && (now instanceof Page.Keys || now.controlled()));
            if (view == null) {
                getChildren().clear();
            } else {
                setAlignment(view, Pos.CENTER);
                getChildren().setAll(view);
            }
        });
    }
}
