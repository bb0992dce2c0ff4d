package org.posescope.app.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.timeline.TimelineModel;
import org.posescope.app.transport.TransportModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkKind;
import org.posescope.measure.angle.PoseAngle;
import org.posescope.measure.band.NormalBand;
import org.posescope.measure.band.NormalBands;
import org.posescope.testkit.Fx;

class BandButtonTest {
    private static final PoseAngle KNEE = PoseAngle.LEFT_KNEE_FLEXION;

    @TempDir
    private Path folder;

    private final TransportModel transport = new TransportModel(new FakePlayer(), true, 1);
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    private final BackgroundWork thread = new BackgroundWork(WorkKind.FILES, told::add);
    private final MeasureModel model = new MeasureModel(transport,
            new TimelineModel(transport, new TimelineModel.Motion(() -> 0, (source, plan) -> List.of()), thread),
            new MeasureModel.Found(() -> 0, (source, plan) -> List.of()), Optional.empty(), thread);
    private final BandModel bands = new BandModel(model, thread, NormalBands.NONE, kept -> {});
    private BandButton button;
    private Parent card;

    @BeforeAll
    static void start() throws InterruptedException {
        Fx.start();
    }

    @BeforeEach
    void show() throws Exception {
        Fx.run(() -> {
            model.wanted().clear();
            model.toggle(new Curve(Curve.EVERYBODY, KNEE));
            button = new BandButton(bands, model);
            card = (Parent) ((CustomMenuItem) button.getItems().getFirst()).getContent();
        });
    }

    @AfterEach
    void end() {
        thread.end();
    }

    private TextField field(String end) {
        return (TextField) card.lookup("#normal-" + end + "-" + KNEE.id());
    }

    private void write(String end, String text) {
        field(end).setText(text);
        field(end).fireEvent(new ActionEvent());
    }

    private boolean marked(String end) {
        return field(end).getPseudoClassStates().stream()
                .anyMatch(state -> "danger".equals(state.getPseudoClassName()));
    }

    private Optional<NormalBand> band() {
        return bands.bands().get().of(KNEE);
    }

    @Test
    void both_bounds_make_a_band_and_emptying_them_takes_it_away() throws Exception {
        Fx.run(() -> {
            write("low", "5,5");
            assertThat(band()).as("one bound alone says nothing").isEmpty();
            assertThat(marked("low")).isFalse();
            write("high", " 60 ");
            assertThat(band()).contains(NormalBand.constant(5.5, 60));
            assertThat(field("low").getText()).isEqualTo("5.5");
            assertThat(field("high").getText()).isEqualTo("60");

            field("low").setText("");
            write("high", "");
            assertThat(band()).isEmpty();
        });
    }

    @Test
    void bounds_that_are_none_are_marked_and_change_nothing() throws Exception {
        Fx.run(() -> {
            bands.set(KNEE, Optional.of(NormalBand.constant(0, 60)));
            write("low", "70");
            assertThat(marked("low")).isTrue();
            assertThat(marked("high")).isTrue();
            assertThat(band()).contains(NormalBand.constant(0, 60));

            write("low", "much");
            assertThat(marked("low")).isTrue();
            write("low", "-10");
            assertThat(band()).contains(NormalBand.constant(-10, 60));
            assertThat(marked("low")).isFalse();
        });
    }

    @Test
    void a_band_of_a_gait_cycle_can_be_forgotten() throws Exception {
        Fx.run(() -> {
            bands.set(KNEE, Optional.of(new NormalBand(List.of(0.0, 50.0), List.of(0.0, 20.0), List.of(20.0, 70.0))));
            assertThat(field("low")).isNull();
            Button forget = (Button) card.lookupAll(".button").stream()
                    .filter(each -> each instanceof Button said && "Forget".equals(said.getText())).findFirst()
                    .orElseThrow();
            forget.fire();
            assertThat(band()).isEmpty();
            assertThat(field("low")).isNotNull();
        });
    }

    @Test
    void it_shows_the_angles_that_are_looked_at_when_it_opens() throws Exception {
        Fx.run(() -> {
            model.toggle(new Curve(Curve.EVERYBODY, PoseAngle.RIGHT_ELBOW_FLEXION));
            button.show();
            assertThat(card.lookupAll(".text-field")).as("two angles, two bounds each").hasSize(4);
            button.hide();
        });
    }

    @Test
    void what_a_file_says_is_taken_or_why_not_is_told_and_clear_forgets_all() throws Exception {
        Path good = Files.writeString(folder.resolve("normal.csv"), "angle,low,high\n" + KNEE.id() + ",0,65\n");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "angle,low,high\nleft_wing,0,65\n");

        read(good);
        Fx.run(() -> {
            assertThat(field("low").getText()).isEqualTo("0");
            assertThat(field("high").getText()).isEqualTo("65");
        });
        read(bad);
        Fx.run(() -> {
            Label failure = (Label) card.lookup("#normal-failure");
            assertThat(failure.getText()).contains("bad.csv").contains("left_wing");
            assertThat(button.isShowing()).as("so that it is seen").isTrue();
            assertThat(band()).as("stays").contains(NormalBand.constant(0, 65));
            ((Button) card.lookup("#normal-none")).fire();
            assertThat(failure.getText()).isEmpty();
            assertThat(bands.bands().get()).isEqualTo(NormalBands.NONE);
            button.hide();
        });
    }

    private void read(Path file) throws Exception {
        Fx.run(() -> bands.read(file));
        Runnable result = told.poll(30, TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        Fx.run(result);
    }
}
