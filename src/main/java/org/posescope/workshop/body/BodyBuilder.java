package org.posescope.workshop.body;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.posescope.body.Expression;
import org.posescope.body.math.Vec3;
import org.posescope.error.UserException;
import org.posescope.workshop.body.makehuman.BaseMesh;
import org.posescope.workshop.body.makehuman.FaceTargets;
import org.posescope.workshop.body.makehuman.MacroTargets;
import org.posescope.workshop.body.makehuman.MakeHumanFiles;
import org.posescope.workshop.body.makehuman.Population;
import org.posescope.workshop.body.makehuman.Rig;
import org.posescope.workshop.body.makehuman.Traits;
import org.posescope.workshop.body.shape.JointRegressor;
import org.posescope.workshop.body.shape.ShapeSpace;
import org.posescope.workshop.body.skin.JawMotion;
import org.posescope.workshop.body.skin.PoseCorrectives;
import org.posescope.workshop.body.skin.ReferenceSkinning;
import org.posescope.workshop.body.skin.SkinWeights;
import org.posescope.workshop.body.surface.BodySurface;
import org.posescope.workshop.body.surface.SurfaceDetail;
import org.posescope.workshop.body.surface.SurfaceReduction;
import org.posescope.workshop.body.surface.Wardrobe;

/** Builds the free body out of MakeHuman's data, plain and with fingers and a face. The same bytes come out every time. */
public final class BodyBuilder {
    private static final int POPULATION = 300;
    private static final List<String> OPEN_MOUTH = List.of("mouth-open");

    private final Consumer<String> progress;

    /** @param progress told what is being done, on the thread that builds */
    public BodyBuilder(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Builds the bodies and writes them in the format of SMPL and of SMPL-X.
     *
     * @param output      of the body with 24 joints
     * @param wholeOutput of that with fingers and a face, which has the same shape components
     * @throws UserException when a file cannot be read or written
     */
    public void build(MakeHumanFiles files, Path output, Path wholeOutput) {
        progress.accept("Reading MakeHuman's base mesh and targets");
        BaseMesh base = BaseMesh.read(files);
        MacroTargets targets = MacroTargets.read(files);
        Vec3[] average = Traits.AVERAGE_ADULT.body(base, targets);

        Skin plain = bind(Rig.SMPL, SurfaceDetail.SIMPLE, base, average);
        People people = people(plain, base, targets, average);
        progress.accept("Finding shape components and joints");
        ShapeSpace shapes = ShapeSpace.of(people.points.subList(1, people.points.size()), plain.surface.triangles());
        Vec3 middle = Vec3.mean(plain.surface.symmetric(people.points.getFirst()));
        Vec3 origin = new Vec3(0, middle.y(), middle.z());
        FreeBodyFile.write(finished(plain, people, shapes, List.of(), origin, base, average), output);

        FaceTargets face = FaceTargets.read(files);
        Skin bound = bind(Rig.SMPLX, SurfaceDetail.FINE, base, average);
        JawMotion jaw = JawMotion.of(base, average, bound.surface, face.offsets(OPEN_MOUTH));
        Skin whole = new Skin(bound.rig, bound.surface, jaw.bind(bound.rig, bound.surface, bound.weights));
        People same = people(whole, base, targets, average);
        progress.accept("Finding shape components and joints");
        ShapeSpace sameShapes = shapes.of(people.points.subList(1, people.points.size()),
                same.points.subList(1, same.points.size()));
        List<Vec3[]> expressions = Arrays.stream(Expression.values())
                .map(expression -> whole.surface.points(face.offsets(ExpressionTargets.of(expression)))).toList();
        FreeBody body = finished(whole, same, sameShapes, expressions, origin, base, average);
        jaw.correct(whole.rig, body.poses());
        FreeBodyFile.write(body, wholeOutput);
    }

    /** A surface and how it follows the joints. */
    private record Skin(Rig rig, BodySurface surface, SkinWeights weights) {
        Skin ordered() {
            int[] order = VertexOrder.of(rig, weights, surface.size());
            return new Skin(rig, surface.renumbered(order), weights.renumbered(order));
        }
    }

    /** The average body, then the population, in T-pose: surfaces and joints. */
    private record People(ReferenceSkinning average, List<Vec3[]> points, List<Vec3[]> joints) {}

    private Skin bind(Rig rig, SurfaceDetail detail, BaseMesh base, Vec3[] average) {
        progress.accept("Reducing the surface");
        BodySurface surface = SurfaceReduction.of(detail, base, average);
        progress.accept("Binding the skin");
        return new Skin(rig, surface, SkinWeights.bind(rig, base, surface, average)).ordered();
    }

    private People people(Skin skin, BaseMesh base, MacroTargets targets, Vec3[] average) {
        progress.accept("Posing a population");
        ReferenceSkinning reference = ReferenceSkinning.of(skin.rig, base, average, skin.surface, skin.weights);
        List<ReferenceSkinning> bodies = new ArrayList<>(List.of(reference));
        for (Traits person : Population.of(POPULATION)) {
            bodies.add(reference.withShape(base, person.body(base, targets)));
        }
        return new People(reference, bodies.stream().map(ReferenceSkinning::tPose).toList(),
                bodies.stream().map(ReferenceSkinning::tJoints).toList());
    }

    private FreeBody finished(Skin skin, People people, ShapeSpace shapes, List<Vec3[]> expressions, Vec3 origin,
            BaseMesh base, Vec3[] average) {
        JointRegressor regressor = JointRegressor.fit(skin.rig, people.points, people.joints, skin.surface);
        progress.accept("Fitting pose blend shapes");
        PoseCorrectives poses = PoseCorrectives.fit(skin.rig, people.average, skin.weights, skin.surface);
        Wardrobe wardrobe = new Wardrobe(base, skin.surface, average);
        Vec3[] template = skin.surface.symmetric(people.points.getFirst());
        return new FreeBody(skin.rig, skin.surface, moved(template, origin), moved(people.joints.getFirst(), origin),
                shapes, expressions, poses, regressor, skin.weights, wardrobe.vertices(), wardrobe.triangles());
    }

    private static List<Vec3> moved(Vec3[] points, Vec3 origin) {
        return Arrays.stream(points).map(p -> p.minus(origin)).toList();
    }
}
