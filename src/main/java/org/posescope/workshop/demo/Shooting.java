package org.posescope.workshop.demo;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyPoser;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.Vector3;
import org.posescope.workshop.demo.stage.BodyParts;
import org.posescope.workshop.demo.stage.FilmSet;
import org.posescope.workshop.demo.stage.StageCamera;

/**
 * Shoots the clip: the picture of any frame, and what is true of it. Owns native memory until it is closed. Used by one
 * thread.
 */
final class Shooting implements AutoCloseable {
    private final StageCamera camera;
    private final List<Actor> actors;
    private final List<BodyPoser> posers = new ArrayList<>();
    private final JointVisibility visibility;
    private final FilmSet stage;

    /**
     * @param body   our own body's file
     * @param width  of the pictures, pixels
     * @param height of the pictures, pixels
     */
    Shooting(Path body, int width, int height) {
        BodyModel model = BodyModelReader.read(body);
        BodyParts parts = BodyParts.read(body);
        camera = Scenario.camera(width, height);
        actors = Scenario.actors(model);
        visibility = new JointVisibility(camera.lens(), model.faces());
        stage = new FilmSet(camera);
        for (Actor actor : actors) {
            posers.add(new BodyPoser(model));
            stage.dress(model, parts, actor.look(), actor.shape());
        }
    }

    StageCamera camera() {
        return camera;
    }

    List<Actor> actors() {
        return actors;
    }

    /** Puts the people where they are in a frame, and tells where that is. */
    FrameTruth pose(int frame) {
        List<BodyParameters> bodies = new ArrayList<>();
        for (int k = 0; k < actors.size(); k++) {
            bodies.add(actors.get(k).body(frame / Scenario.FPS, camera));
            posers.get(k).pose(bodies.get(k));
        }
        List<PersonTruth> people = new ArrayList<>();
        for (int k = 0; k < actors.size(); k++) {
            List<Vector3> joints = joints(posers.get(k));
            people.add(new PersonTruth(actors.get(k).id(), bodies.get(k), joints,
                    joints.stream().map(joint -> visibility.seen(joint, vertices())).toList()));
        }
        return new FrameTruth(frame, people);
    }

    private static List<Vector3> joints(BodyPoser poser) {
        float[] numbers = poser.joints();
        List<Vector3> joints = new ArrayList<>();
        for (int k = 0; k < numbers.length; k += 3) {
            joints.add(new Vector3(numbers[k], numbers[k + 1], numbers[k + 2]));
        }
        return joints;
    }

    /** Of each person as posed last, x, y, z in the camera frame; overwritten by the next pose. */
    List<float[]> vertices() {
        return posers.stream().map(BodyPoser::vertices).toList();
    }

    /** The picture of the people as posed last: BGRA, overwritten by the next. */
    MemorySegment picture() {
        return stage.picture(vertices());
    }

    @Override
    public void close() {
        stage.close();
    }
}
