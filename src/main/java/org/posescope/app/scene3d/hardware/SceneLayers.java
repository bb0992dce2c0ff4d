package org.posescope.app.scene3d.hardware;

import java.util.List;

import javafx.scene.Group;

/** Where people's nodes are: what is transparent must be drawn after what is seen through it. */
record SceneLayers(Group skeletons, Group bodies, Group trails) {
    SceneLayers() {
        this(new Group(), new Group(), new Group());
    }

    List<Group> inOrder() {
        return List.of(skeletons, bodies, trails);
    }
}
