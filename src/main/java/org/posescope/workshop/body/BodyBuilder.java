package org.posescope.workshop.body;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.MacroTargets;
import org.posescope.workshop.body.makehuman.MakeHumanFiles;
import org.posescope.workshop.body.makehuman.Population;
import org.posescope.workshop.body.makehuman.Traits;
import org.posescope.workshop.body.shape.JointRegressor;
import org.posescope.workshop.body.shape.ShapeSpace;
import org.posescope.workshop.body.skin.PoseCorrectives;
import org.posescope.workshop.body.skin.ReferenceSkinning;
import org.posescope.workshop.body.skin.SkinWeights;
import org.posescope.workshop.body.surface.BodySurface;
import org.posescope.workshop.body.surface.SurfaceReduction;
import org.posescope.workshop.body.surface.Wardrobe;

/** Builds the free body out of MakeHuman's data. Takes less than a minute on one core; the same bytes come out every time. */
public final class BodyBuilder {
    private static final int POPULATION = 300;

    private final Consumer<String> progress;

    /** @param progress told what is being done, on the thread that builds */
    public BodyBuilder(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Builds the body and writes it in the SMPL format.
     *
     * @throws UserException when a file cannot be read or written
     */
    public void build(MakeHumanFiles files, Path output) {
        FreeBodyFile.write(build(files), output);
    }

    FreeBody build(MakeHumanFiles files) {
        progress.accept("Reading MakeHuman's base mesh and targets");
        BaseMesh base = BaseMesh.read(files);
        MacroTargets targets = MacroTargets.read(files);
        Vec3[] average = Traits.AVERAGE_ADULT.body(base, targets);

        progress.accept("Reducing the surface");
        BodySurface reduced = SurfaceReduction.of(base, average);

        progress.accept("Binding the skin");
        SkinWeights bound = SkinWeights.bind(base, reduced, average);
        int[] order = VertexOrder.of(bound, reduced.size());
        BodySurface surface = reduced.renumbered(order);
        SkinWeights weights = bound.renumbered(order);

        progress.accept("Posing a population");
        ReferenceSkinning reference = ReferenceSkinning.of(base, average, surface, weights);
        List<ReferenceSkinning> bodies = new ArrayList<>(List.of(reference));
        for (Traits person : Population.of(POPULATION)) {
            bodies.add(reference.withShape(base, person.body(base, targets)));
        }
        List<Vec3[]> points = bodies.stream().map(ReferenceSkinning::tPose).toList();
        List<Vec3[]> joints = bodies.stream().map(ReferenceSkinning::tJoints).toList();

        progress.accept("Finding shape components and joints");
        ShapeSpace shapes = ShapeSpace.of(points.subList(1, points.size()), surface.triangles());
        JointRegressor regressor = JointRegressor.fit(points, joints, surface);

        progress.accept("Fitting pose blend shapes");
        PoseCorrectives poses = PoseCorrectives.fit(reference, weights, surface);
        Wardrobe wardrobe = new Wardrobe(base, surface, average);
        Vec3[] template = surface.symmetric(points.getFirst());
        Vec3 middle = Vec3.mean(template);
        Vec3 origin = new Vec3(0, middle.y(), middle.z());
        return new FreeBody(surface, moved(template, origin), moved(joints.getFirst(), origin), shapes, poses,
                regressor,
                weights, wardrobe.vertices(), wardrobe.triangles());
    }

    private static List<Vec3> moved(Vec3[] points, Vec3 origin) {
        return Arrays.stream(points).map(p -> p.minus(origin)).toList();
    }
}
