package org.posescope.app.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.posescope.draw.Layer;
import org.posescope.draw.Layers;
import org.posescope.draw.PersonNames;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.scene.BodyMeshes;
import org.posescope.draw.scene.CameraInUse;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.pose.Camera;
import org.posescope.pose.Lens;
import org.posescope.pose.Person;
import org.posescope.record.CameraFacts;
import org.posescope.testkit.TestPictures;

class ComposedCameraTest {
    private final List<Double> seenWith = new ArrayList<>();

    /** Notes with which camera bodies are drawn. */
    private BodyMeshes noting(CameraInUse lens) {
        return new BodyMeshes() {
            @Override
            public PinholeCamera camera(int width, int height) {
                return lens.pinhole(width, height);
            }

            @Override
            public List<Mesh> of(List<Person> people, long ptsMicros) {
                seenWith.add((double) Math.round(lens.camera(64, 48).focal()));
                return List.of();
            }
        };
    }

    @Test
    void bodies_are_drawn_with_the_camera_of_their_own_frame() {
        CameraInUse lens = new CameraInUse(Lens.DEFAULT);
        try (FramePool pool = new FramePool();
                ComposedOutput output = new ComposedOutput(new PictureCopy(), pool, RecordingChoice.DEFAULT,
                        () -> new PictureStyle(Layers.DEFAULT.with(Layer.MESH, true), false),
                        () -> Optional.of(noting(lens)),
                        lens, person -> List.of(), PersonNames.NUMBERS)) {
            for (double focal : List.of(80.0, 50.0)) {
                output.camera(new CameraFacts(new Camera(focal, 32, 24), 40, Optional.empty()));
                try (Frame frame = TestPictures.frame(pool, 64, 48, 0, 0)) {
                    output.accept(frame, List.of());
                }
            }
        }

        assertThat(seenWith).containsExactly(80.0, 50.0);
    }

    @Test
    void a_mirrored_picture_is_turned_left_for_right_and_the_frame_stays_as_it_is() {
        CameraInUse lens = new CameraInUse(Lens.DEFAULT);
        PictureCopy taken = new PictureCopy();
        try (FramePool pool = new FramePool();
                ComposedOutput output = new ComposedOutput(taken, pool, RecordingChoice.DEFAULT,
                        () -> new PictureStyle(Layers.parse("none"), true), Optional::empty, lens,
                        person -> List.of(), PersonNames.NUMBERS);
                Frame frame = new Frame(pool.acquire(2, 1), 0, 0, 0)) {
            frame.pixels().copyFrom(MemorySegment.ofArray(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
            output.accept(frame, List.of());
        }

        assertThat(taken.pixels()).isEqualTo(ByteBuffer.wrap(new byte[] {5, 6, 7, 8, 1, 2, 3, 4}));
    }
}
