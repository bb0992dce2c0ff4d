package org.posescope.app.controls;

import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.VBox;

/** A card in a menu. It is as high as its texts are at its width, which menus do not ask for by themselves. FX thread. */
public final class MenuCard extends VBox {
    public MenuCard(double width, Node... children) {
        super(children);
        getStyleClass().add("send-card");
        setPrefWidth(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
    }

    /** It alone in a menu that stays open while it is used. */
    public CustomMenuItem item() {
        CustomMenuItem item = new CustomMenuItem(this, false);
        item.getStyleClass().add("angle-list");
        return item;
    }
}
