package org.posescope.body.build;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds the free body from the files of the MakeHuman package. Takes about a minute on one core; always gives the same body. */
public final class BodyBuilder {
    private static final int POPULATION = 300;
    private static final int WEIGHT_SMOOTHING = 2;

    private final Consumer<String> progress;

    /** @param progress told what is being done, on this thread */
    public BodyBuilder(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Builds the body.
     *
     * @param files verified
     */
    FreeBody build(MakeHumanFiles files) {
        progress.accept("Reading MakeHuman's base mesh and targets");
        BaseMesh base = BaseMesh.read(files);
        MacroTargets targets = MacroTargets.read(files);
        Vec3[] average = Traits.AVERAGE_ADULT.body(base, targets);

        progress.accept("Reducing the surface");
        BodySurface reduced = SurfaceReduction.of(base, average);

        progress.accept("Binding the skin");
        double[][] bound = bind(base, reduced, average);
        int[] order = VertexOrder.of(bound);
        BodySurface surface = VertexOrder.apply(order, reduced);
        double[][] weights = VertexOrder.apply(order, bound);

        progress.accept("Posing the population");
        ReferenceSkinning reference = ReferenceSkinning.of(base, surface, average, weights);
        List<Vec3[]> people = new ArrayList<>();
        List<Vec3[]> joints = new ArrayList<>();
        for (Traits person : Population.people(POPULATION)) {
            ReferenceSkinning shaped = reference.withShape(base, surface, person.body(base, targets));
            people.add(shaped.tPose());
            joints.add(shaped.tJoints());
        }

        progress.accept("Finding shape components and joint regressor");
        Vec3[] template = reference.tPose();
        ShapeSpace shapes = ShapeSpace.of(people, surface.triangles());
        double[][] regressor = JointRegressor.of(template, reference.tJoints(), people, joints, surface.mirror());

        progress.accept("Fitting pose correctives");
        double[][] poses = PoseCorrectives.of(reference, weights, surface.mirror());
        Wardrobe wardrobe = new Wardrobe(base, surface, average);
        Vec3 middle = ShapeSpace.middle(template);
        return new FreeBody(moved(template, middle), moved(reference.tJoints(), middle), surface.triangles(),
                shapes.directions(), poses, regressor, weights, wardrobe.vertices(),
                wardrobe.triangles());
    }

    private static double[][] bind(BaseMesh base, BodySurface surface, Vec3[] average) {
        double[][] weights = new HeatWeights(surface, surface.points(average), BoneSegments.of(base, average))
                .compute();
        SkinWeights.smooth(weights, surface.neighbours(), WEIGHT_SMOOTHING);
        SkinWeights.prune(weights, surface.mirror());
        return weights;
    }

    private static Vec3[] moved(Vec3[] points, Vec3 origin) {
        return java.util.Arrays.stream(points).map(p -> p.minus(origin)).toArray(Vec3[]::new);
    }
}
