package org.posescope.app.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.player.FakePlayer;
import org.posescope.app.transport.TransportModel;
import org.posescope.frame.SourceInfo;

class SoundModelTest {
    private final List<String> told = new ArrayList<>();
    private final NoticeModel notices = new NoticeModel();
    private final TransportModel transport = new TransportModel(new FakePlayer(), true, 1);
    private final SoundModel model = new SoundModel(new Noted(), transport, notices, new SoundChoice(false, 0.5));
    private SourceInfo clip;

    private final class Noted implements SoundCommands {
        @Override
        public void open(Optional<Path> file) {
            told.add("open " + file.map(Path::getFileName).map(Path::toString).orElse("nothing"));
        }

        @Override
        public void shown(long positionMicros) {
            told.add("shown " + positionMicros);
        }

        @Override
        public void jumped() {
            told.add("jumped");
        }

        @Override
        public void playing(boolean atItsPace) {
            told.add(atItsPace ? "playing" : "not playing");
        }

        @Override
        public void gain(double gain) {
            told.add("gain " + gain);
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("clip.mp4"));
        clip = new SourceInfo(file.toString(), SourceInfo.Kind.VIDEO, 64, 48, 25, 250, 10_000_000, true);
        assertThat(told).containsExactly("not playing", "not playing", "gain 0.125");
        transport.opened(clip);
        model.changed(Optional.of(clip));
        model.found(true);
        told.clear();
    }

    private String notice() {
        return notices.notice().get().map(Notice::text).orElse("");
    }

    @Test
    void sound_follows_play_pause_seek_and_frames() {
        model.shown(40_000);
        transport.togglePlay();
        transport.seekTo(0.5);
        transport.togglePlay();

        assertThat(told).containsExactly("shown 40000", "not playing", "jumped", "playing");
    }

    @Test
    void at_another_speed_it_is_silent_and_that_is_said_once() {
        transport.setSpeed(2);

        assertThat(told).containsExactly("not playing");
        assertThat(notice()).isEqualTo("Sound is heard at 1× only; at other speeds the video is silent.");
        assertThat(model.state().get()).isEqualTo("Silent: sound is heard at 1× only");
        notices.dismiss();
        transport.setSpeed(1);
        transport.setSpeed(0.5);
        assertThat(notice()).isEmpty();
    }

    @Test
    void volume_goes_in_tenths_and_muting_keeps_it() {
        model.louder(1);
        model.louder(1);
        model.louder(1);
        assertThat(model.choice().get()).isEqualTo(new SoundChoice(false, 0.8));
        model.toggleMute();
        assertThat(model.choice().get()).isEqualTo(new SoundChoice(true, 0.8));
        assertThat(model.heard()).isFalse();
        model.louder(9);

        assertThat(model.choice().get()).isEqualTo(new SoundChoice(false, 1));
        assertThat(told).endsWith("gain 0.0", "gain 1.0");
    }

    @Test
    void without_a_device_one_sentence_says_so_and_again_when_sound_is_turned_on() {
        model.failed("this computer has no device for it");
        assertThat(notice())
                .isEqualTo("There is no sound: this computer has no device for it. The video plays without it.");
        notices.dismiss();
        model.failed("this computer has no device for it");
        assertThat(notice()).isEmpty();
        assertThat(model.state().get()).isEqualTo("No sound: this computer has no device for it");

        model.toggleMute();
        model.toggleMute();
        model.failed("this computer has no device for it");

        assertThat(notice()).startsWith("There is no sound");
    }

    @Test
    void pictures_cameras_and_silent_files_have_no_sound_to_show_a_control_for() {
        model.found(false);
        model.shown(0);
        model.changed(Optional.of(new SourceInfo("0", SourceInfo.Kind.CAMERA, 64, 48, 30, -1, -1, false)));

        assertThat(model.present().get()).isFalse();
        assertThat(told).containsExactly("open nothing");
    }
}
