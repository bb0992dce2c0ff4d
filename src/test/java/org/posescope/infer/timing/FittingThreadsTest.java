package org.posescope.infer.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.infer.Session;
import org.posescope.infer.SessionOptions;
import org.posescope.model.ModelFile;
import org.posescope.model.Task;
import org.posescope.testkit.StandInModel;
import org.posescope.testkit.StandInSession;

/** On a clock that only the runs of networks move: a call takes 64 ms of work for one thread, and 4 ms more for each of them to meet. */
class FittingThreadsTest {
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder;

    private final List<Integer> opened = new ArrayList<>();
    private final List<StandInSession> sessions = new ArrayList<>();
    private ModelFile model;
    private long now;

    @BeforeEach
    void writeModel() throws IOException {
        ModelFile standIn = StandInModel.file("pose", Task.POSE_2D, "heatmaps");
        model = new ModelFile(standIn.card(), Files.writeString(folder.resolve("pose.onnx"), "weights"));
    }

    private Session session(ModelFile file, SessionOptions options) {
        assertThat(options.unreadOutputs()).containsExactly("mask");
        opened.add(options.threads());
        StandInSession session = new StandInSession((picture, call) -> {
            // The first call is slow, and one of the others is disturbed.
            now += MILLI * ((call == 0 ? 500 : 0) + (call == 2 ? 90 : 0) + 64 / options.threads()
                    + 4L * options.threads());
            return Map.of();
        });
        sessions.add(session);
        return session;
    }

    private FittingThreads fitting(String machine) {
        return new FittingThreads(this::session, new ThreadTrial(this::session, () -> now),
                new ThreadMemory(folder.resolve("models/threads.json"), machine, this::content));
    }

    private String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The numbers of threads with which the network is opened: the trials, and what is used in the end. */
    private List<Integer> openedBy(FittingThreads fitting, int most, String device) {
        opened.clear();
        try (Session used = fitting.open(model, new SessionOptions(most, device, Set.of("mask")))) {
            assertThat(used).isSameAs(sessions.getLast());
            assertThat(sessions.subList(0, sessions.size() - 1)).allMatch(StandInSession::closed);
        }
        return List.copyOf(opened);
    }

    @Test
    void a_network_gets_as_many_threads_as_make_it_faster() {
        assertThat(openedBy(fitting("eight cores"), 7, SessionOptions.CPU)).containsExactly(1, 2, 4, 7, 4);
    }

    @Test
    void what_was_measured_is_remembered_for_the_file_on_the_machine() throws IOException {
        openedBy(fitting("eight cores"), 7, SessionOptions.CPU);

        assertThat(openedBy(fitting("eight cores"), 7, SessionOptions.CPU)).containsExactly(4);
        assertThat(openedBy(fitting("eight cores"), 2, SessionOptions.CPU)).containsExactly(2);
        assertThat(openedBy(fitting("eight cores"), 3, SessionOptions.CPU)).containsExactly(3, 3);
        assertThat(openedBy(fitting("two cores"), 2, SessionOptions.CPU)).containsExactly(1, 2, 2);
        Files.writeString(model.path(), "other weights");
        assertThat(openedBy(fitting("eight cores"), 2, SessionOptions.CPU)).containsExactly(1, 2, 2);
    }

    @Test
    void where_there_is_one_thread_or_another_device_nothing_is_measured() {
        assertThat(openedBy(fitting("two cores"), 1, SessionOptions.CPU)).containsExactly(1);
        assertThat(openedBy(fitting("two cores"), 7, "cuda")).containsExactly(7);
        assertThat(folder.resolve("models/threads.json")).doesNotExist();
    }

    @Test
    void what_cannot_be_read_is_measured_again() throws IOException {
        openedBy(fitting("eight cores"), 2, SessionOptions.CPU);
        Files.writeString(folder.resolve("models/threads.json"), "[");

        assertThat(openedBy(fitting("eight cores"), 2, SessionOptions.CPU)).containsExactly(1, 2, 2);
        assertThat(openedBy(fitting("eight cores"), 2, SessionOptions.CPU)).containsExactly(2);
    }
}
