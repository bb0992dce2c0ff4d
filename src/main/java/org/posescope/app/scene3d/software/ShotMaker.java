package org.posescope.app.scene3d.software;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;

import org.posescope.app.scene3d.posed.PosedPerson;
import org.posescope.app.scene3d.posed.PosedScene;
import org.posescope.app.scene3d.posed.ScenePoser;
import org.posescope.app.scene3d.posed.Switches;
import org.posescope.app.scene3d.posed.Trail;
import org.posescope.draw.Palette;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Canvas;
import org.posescope.draw.scene.Scene3d;
import org.posescope.draw.scene.Scene3dView;
import org.posescope.draw.scene.Skeleton3d;
import org.posescope.draw.scene.StageColors;

/** Draws pictures of the scene in software. Used by one thread. */
final class ShotMaker {
    private static final double TRAIL_PIXELS = 1.6;
    private static final double TRAIL_STRONGEST = 0.65;
    private static final double SOURCE_PIXELS = 1.4;
    private static final double SOURCE_DEPTH = 0.5;
    private static final int SOURCE_COLOR = 0xB0AEB9C7;
    private static final double DIM = 0.55;
    /** Opacity of a body whose joints are to be seen inside it. */
    private static final double GLASS = 0.45;

    private final Queue<Shot> unused;
    private Optional<Painter> painter = Optional.empty();

    /** @param unused where shots come back to when no renderer reads them any more */
    ShotMaker(Queue<Shot> unused) {
        this.unused = unused;
    }

    Shot make(ShotRequest request) {
        Shot shot = shot(request.width(), request.height());
        Painter fitting = painter.filter(present -> present.fits(request)).orElseGet(() -> Painter.of(request));
        painter = Optional.of(fitting);
        fitting.view.draw(shot.canvas(), request.orbit(), scene(request));
        request.moment().ifPresent(moment -> drawLines(shot.canvas(), request, moment));
        return shot;
    }

    private Shot shot(int width, int height) {
        Shot candidate = unused.poll();
        while (candidate != null && !candidate.isOf(width, height)) {
            candidate = unused.poll();
        }
        return candidate == null ? new Shot(width, height) : candidate;
    }

    private static Scene3d scene(ShotRequest request) {
        List<Mesh> meshes = new ArrayList<>();
        List<Skeleton3d> skeletons = new ArrayList<>();
        Switches switches = request.switches();
        for (PosedPerson person : request.moment().map(PosedScene::people).orElse(List.of())) {
            boolean asMesh = switches.mesh() && person.body().isPresent();
            if (asMesh) {
                meshes.add(person.body().get().mesh(color(person, request)));
            }
            if (switches.joints() || (switches.mesh() && !asMesh)) {
                skeletons.add(person.joints());
            }
        }
        double floor = request.moment().map(PosedScene::floor).orElse(ScenePoser.CAMERA_HEIGHT);
        return new Scene3d(meshes, skeletons, switches.floor() ? OptionalDouble.of(floor) : OptionalDouble.empty(),
                switches.joints() ? GLASS : 1);
    }

    private static int color(PosedPerson person, ShotRequest request) {
        boolean dimmed = request.moment().orElseThrow().dimmed(person);
        int own = Palette.person(person.id());
        return dimmed ? Argb.mix(own, stage(request).border(), DIM) : own;
    }

    private static StageColors stage(ShotRequest request) {
        return request.light() ? StageColors.LIGHT : StageColors.DARK;
    }

    private static void drawLines(Canvas canvas, ShotRequest request, PosedScene moment) {
        LineBrush lines = new LineBrush(canvas, request.orbit());
        if (request.switches().sourceCamera()) {
            for (float[] line : moment.source().lines(SOURCE_DEPTH)) {
                lines.draw(line, 0, SOURCE_PIXELS, SOURCE_COLOR);
            }
        }
        if (request.switches().trail()) {
            for (PosedPerson person : moment.people()) {
                person.trails().forEach(trail -> draw(lines, trail, Palette.person(person.id()), stage(request)));
            }
        }
    }

    /** Mixed with the background instead of transparent, because the ends of the pieces lie over one another. */
    private static void draw(LineBrush lines, Trail trail, int color, StageColors stage) {
        for (int i = 0; i < Trail.POINTS - 1; i++) {
            double youth = (i + 1.0) / Trail.POINTS;
            lines.draw(trail.points(), 3 * i, TRAIL_PIXELS * (0.15 + 0.85 * youth),
                    Argb.mix(stage.centre(), color, TRAIL_STRONGEST * youth));
        }
    }

    private record Painter(int width, int height, boolean light, Scene3dView view) {
        static Painter of(ShotRequest request) {
            return new Painter(request.width(), request.height(), request.light(),
                    new Scene3dView(request.width(), request.height(), stage(request)));
        }

        boolean fits(ShotRequest request) {
            return width == request.width() && height == request.height() && light == request.light();
        }
    }
}
