package org.posescope.app.main;

import org.posescope.app.keys.KeySheet;

import javafx.scene.Node;

/** Makes what is seen of a page. FX thread. */
final class PageViews {
    private final Commands commands;

    PageViews(Commands commands) {
        this.commands = commands;
    }

    /** Null for a page that covers nothing. */
    Node of(Page page) {
        return switch (page) {
            case Page.None _ -> null;
            case Page.Welcome _ -> new WelcomePage(commands);
            case Page.Keys _ -> new KeySheet();
            case Page.Install _ -> null;
            case Page.Bring _ -> null;
            case Page.Preferences _ -> null;
        };
    }
}
