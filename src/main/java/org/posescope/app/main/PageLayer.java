package org.posescope.app.main;

import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows the page that covers the window below its toolbar, made when it is first needed; one that is higher scrolls. FX thread. */
final class PageLayer extends ScrollPane {
    private static final PseudoClass COVER = PseudoClass.getPseudoClass("cover");
    private static final PseudoClass VEIL = PseudoClass.getPseudoClass("veil");

    /** @param views makes the view of a page; null for one that shows nothing */
    PageLayer(ObservableValue<Page> page, Function<Page, Node> views) {
        StackPane holder = new StackPane();
        holder.getStyleClass().add("page-holder");
        getStyleClass().add("page-layer");
        setContent(holder);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        page.subscribe(now -> {
            Node view = views.apply(now);
            setVisible(view != null);
            pseudoClassStateChanged(COVER, now instanceof Page.Welcome);
            pseudoClassStateChanged(VEIL, view != null && (now instanceof Page.Keys || now.controlled()));
            holder.getChildren().clear();
            if (view != null) {
                if (view instanceof Region region) {
                    region.setMinHeight(USE_PREF_SIZE);
                }
                holder.getChildren().add(view);
            }
            setVvalue(0);
        });
    }
}
