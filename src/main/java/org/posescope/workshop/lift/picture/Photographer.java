package org.posescope.workshop.lift.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyPoser;
import org.posescope.body.math.Rotation;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Box;
import org.posescope.pose.Camera;
import org.posescope.pose.Vector3;
import org.posescope.workshop.body.surface.BodyPart;
import org.posescope.workshop.demo.stage.ActorLook;
import org.posescope.workshop.demo.stage.BodyLight;
import org.posescope.workshop.demo.stage.BodyParts;
import org.posescope.workshop.demo.stage.Costume;
import org.posescope.workshop.lift.pose.BodyRotations;

/** Takes pictures of people of random shape and looks, from anywhere. Used by one thread; owns native memory until it is closed. */
public final class Photographer implements AutoCloseable {
    private static final int ROUND = 64;
    private static final int LARGEST = 448;

    private final BodyModel model;
    private final BodyParts parts;
    private final BodyPoser poser;
    private final FramePool frames = new FramePool();
    private final Map<Box, MeshRenderer> renderers = new HashMap<>();
    private float[] betas = new float[BodyParameters.BETAS];
    private Costume costume;
    private Optional<Skirt> skirt = Optional.empty();

    public Photographer(BodyModel model, BodyParts parts, RandomGenerator random) {
        this.model = model;
        this.parts = parts;
        poser = new BodyPoser(model);
        dress(random);
    }

    /** Somebody else stands before the camera from now on. */
    public void dress(RandomGenerator random) {
        betas = Viewpoint.shape(model, random);
        ActorLook look = Clothing.random(random);
        costume = new Costume(model, parts, look, betas);
        int color = random.nextDouble() < 0.5 ? look.colors().get(BodyPart.SHIRT) : Clothing.cloth(random);
        skirt = random.nextDouble() < 0.25 ? Optional.of(Skirt.random(random, color)) : Optional.empty();
    }

    /** Takes a picture; the caller closes it. */
    public Photo take(BodyRotations pose, RandomGenerator random) {
        Viewpoint view = Viewpoint.random(random);
        BodyParameters body = view.body(pose, betas, model.restJoints(betas));
        poser.pose(body);
        costume.drape(poser.vertices());
        Cutout cutout = Cutout.of(poser.vertices(), random, ROUND, LARGEST);
        PinholeCamera lens = cutout.lens();
        Frame frame = new Frame(frames.acquire(lens.width(), lens.height()), 0, 0, 0);
        paint(Canvas.on(frame), view.turn(), lens, random);
        Exposure.spoil(frame.pixels(), lens.width(), lens.height(), random);
        return new Photo(frame, new Camera(lens.fx(), lens.cx(), lens.cy()), body, poser.joints().clone());
    }

    private void paint(Canvas canvas, Rotation turn, PinholeCamera lens, RandomGenerator random) {
        Backdrop.paint(canvas, random);
        Vec3 up = turn.apply(Vec3.Y);
        Vec3 key = turn.apply(new Vec3(random.nextGaussian(), Math.abs(random.nextGaussian(0.6, 0.5)),
                random.nextGaussian()).unit());
        Vec3 fill = new Vec3(random.nextGaussian(), random.nextGaussian(), -1).unit();
        MeshRenderer renderer = renderers.computeIfAbsent(new Box(0, 0, lens.width(), lens.height()),
                _ -> new MeshRenderer(lens.width(), lens.height()));
        renderer.begin(lens, RigidTransform.IDENTITY,
                new Lights(vector(key), vector(fill), vector(key.times(-1)), vector(up)));
        int[] colors = costume.colors().clone();
        if (random.nextDouble() < 0.3) {
            BodyLight light = new BodyLight(key, up);
            light.look(List.of(costume));
            light.shade(costume, colors);
        }
        renderer.add(Mesh.colored(costume.vertices(), costume.normals(), costume.triangles(), colors)
                .withGloss(random.nextDouble(0, 0.4)));
        skirt.ifPresent(cloth -> cloth.on(poser.joints()).forEach(renderer::add));
        renderer.flush(canvas, 1);
        if (random.nextDouble() < 0.3) {
            int shapes = random.nextInt(1, 4);
            for (int k = 0; k < shapes; k++) {
                Backdrop.shape(canvas, random, 0.5);
            }
        }
    }

    private static Vector3 vector(Vec3 v) {
        return new Vector3((float) v.x(), (float) v.y(), (float) v.z());
    }

    @Override
    public void close() {
        frames.close();
    }
}
