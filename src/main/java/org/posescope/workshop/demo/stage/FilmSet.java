package org.posescope.workshop.demo.stage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.math.Vec3;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.Vector3;

/**
 * Takes pictures of dressed people in the studio. Owns native memory until it is closed. Used by one thread.
 */
public final class FilmSet implements AutoCloseable {
    /** How far everybody's shoes lift the foot off the floor, metres. */
    public static final double SOLES = Shoe.SOLE;

    private static final Vec3 TO_KEY = new Vec3(-0.46, 0.76, 0.46).unit();
    private static final Vec3 TO_FILL = new Vec3(0.85, 0.25, 0.5).unit();
    private static final Vec3 TO_RIM = new Vec3(0.3, 0.6, -0.75).unit();

    /** Cloth and skin are not polished. */
    private static final double GLOSS = 0.22;

    private final StageCamera large;
    private final List<Costume> people = new ArrayList<>();
    private final Lights lights;
    private final BodyLight bodyLight;
    private final FloorShade floor;
    private final MeshRenderer renderer;
    private final Film film;
    private final int[] studio;
    private final int[] ground;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment pixels;
    private final MemorySegment picture;

    public FilmSet(StageCamera camera) {
        large = camera.scaled(Film.SCALE);
        lights = new Lights(inCamera(TO_KEY), inCamera(TO_FILL), inCamera(TO_RIM), inCamera(Vec3.Y));
        bodyLight = new BodyLight(direction(TO_KEY), direction(Vec3.Y));
        floor = new FloorShade(large, TO_KEY);
        int width = large.lens().width();
        int height = large.lens().height();
        renderer = new MeshRenderer(width, height);
        film = new Film(camera.lens().width(), camera.lens().height());
        studio = new Room(large).paint();
        ground = studio.clone();
        pixels = arena.allocate(ValueLayout.JAVA_INT, studio.length);
        picture = arena.allocate(ValueLayout.JAVA_INT, (long) camera.lens().width() * camera.lens().height());
    }

    private Vec3 direction(Vec3 world) {
        return large.toCamera(large.position().plus(world));
    }

    private Vector3 inCamera(Vec3 world) {
        Vec3 own = direction(world);
        return new Vector3((float) own.x(), (float) own.y(), (float) own.z());
    }

    /** Dresses one more person. */
    public void dress(BodyModel model, BodyParts parts, ActorLook look, float[] betas) {
        people.add(new Costume(model, parts, look, betas));
    }

    /**
     * Takes a picture.
     *
     * @param bodies the vertices of each person in the order in which they were dressed, in the frame of the camera
     * @return BGRA, overwritten by the next picture
     */
    public MemorySegment picture(List<float[]> bodies) {
        System.arraycopy(studio, 0, ground, 0, studio.length);
        floor.clear();
        for (int k = 0; k < people.size(); k++) {
            people.get(k).drape(bodies.get(k));
            floor.add(people.get(k));
        }
        floor.draw(ground);
        MemorySegment.copy(ground, 0, pixels, ValueLayout.JAVA_INT, 0, ground.length);
        bodyLight.look(people);
        renderer.begin(large.lens(), RigidTransform.IDENTITY, lights);
        for (Costume person : people) {
            int[] colors = person.colors().clone();
            bodyLight.shade(person, colors);
            renderer.add(Mesh.colored(person.vertices(), person.normals(), person.triangles(), colors)
                    .withGloss(GLOSS));
        }
        renderer.flush(new Canvas(pixels, large.lens().width(), large.lens().height()), 1);
        film.expose(pixels, picture);
        return picture;
    }

    @Override
    public void close() {
        arena.close();
    }
}
