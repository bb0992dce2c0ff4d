package org.posescope.app.scene3d.hardware;

import java.util.List;
import java.util.Optional;

import javafx.scene.paint.Color;

import org.posescope.app.scene3d.posed.PosedBody;
import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.draw.Palette;
import org.posescope.draw.raster.Argb;
import org.posescope.pose.Skeleton.Side;

/** The nodes of one person, which live in the {@link SceneLayers} of the scene. Made once and used for many people in turn. */
final class PersonFigure {
    private static final double DIM = 0.55;

    private final SkeletonNode skeleton;
    private final BodyNode body;
    private final TrailNode trail = new TrailNode();
    private Optional<Dress> worn = Optional.empty();

    PersonFigure(Primitives primitives, AvatarPicture pictures) {
        body = new BodyNode(pictures);
        skeleton = new SkeletonNode(primitives);
    }

    void enter(SceneLayers layers) {
        layers.skeletons().getChildren().add(skeleton.node());
        layers.bodies().getChildren().add(body.node());
        layers.trails().getChildren().add(trail.node());
    }

    /** @param dimmed whether somebody else is selected */
    void show(PosedPerson person, boolean dimmed, Switches switches, SceneColors look) {
        boolean asMesh = switches.mesh() && person.body().isPresent();
        boolean asJoints = switches.joints() || (switches.mesh() && !asMesh);
        boolean asAvatar = asMesh && person.body().flatMap(PosedBody::avatar).isPresent();
        dress(new Dress(person.id(), dimmed, asMesh && asJoints, asAvatar, look));
        body.node().setVisible(asMesh);
        skeleton.node().setVisible(asJoints);
        trail.node().setVisible(switches.trail() && !person.trails().isEmpty());
        if (asMesh) {
            body.show(person.body().orElseThrow());
        }
        if (asJoints) {
            skeleton.show(person.joints());
        }
        if (trail.node().isVisible()) {
            trail.show(person.trails());
        }
    }

    void hide() {
        body.node().setVisible(false);
        skeleton.node().setVisible(false);
        trail.node().setVisible(false);
    }

    private void dress(Dress wanted) {
        if (worn.equals(Optional.of(wanted))) {
            return;
        }
        worn = Optional.of(wanted);
        Color own = wanted.color(Palette.person(wanted.id));
        body.dress(wanted.avatar ? wanted.color(Argb.WHITE) : own, wanted.glass);
        for (Side side : Side.values()) {
            skeleton.dress(side, wanted.color(Palette.limb(wanted.id, side)));
        }
        trail.dress(Textures.fades(List.of(own)));
    }

    private record Dress(int id, boolean dimmed, boolean glass, boolean avatar, SceneColors look) {
        Color color(int argb) {
            Color color = Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb));
            return dimmed ? color.interpolate(look.dimmed(), DIM) : color;
        }
    }
}
