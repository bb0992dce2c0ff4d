package org.posescope.frame.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.error.UserException;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceInfo;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.ffmpeg.MediaInput;
import org.posescope.frame.ffmpeg.VideoSource;

class CamerasTest {
    @TempDir
    Path folder;

    @Test
    void linux_cameras_are_listed_by_number_without_their_metadata_nodes() throws IOException {
        VideoNodes nodes = new VideoNodes(folder.resolve("sys"), folder.resolve("dev"));
        node("video10", "Document camera", "0");
        node("video2", "Webcam", "0");
        node("video3", "Webcam", "1");
        Files.delete(node("video4", "Unplugged", "0"));
        Files.createDirectories(folder.resolve("sys/v4l-subdev0"));
        String dev = folder.resolve("dev").toString();
        assertThat(nodes.cameras()).containsExactly(new CameraDevice(2, "Webcam", dev + "/video2"),
                new CameraDevice(10, "Document camera", dev + "/video10"));
        assertThat(nodes.node(3)).contains(new CameraDevice(3, "Webcam", dev + "/video3"));
        assertThat(nodes.node(4)).isEmpty();
    }

    /** @return the device */
    private Path node(String node, String name, String index) throws IOException {
        Path directory = Files.createDirectories(folder.resolve("sys").resolve(node));
        Files.writeString(directory.resolve("name"), name + "\n");
        Files.writeString(directory.resolve("index"), index + "\n");
        return Files.createFile(Files.createDirectories(folder.resolve("dev")).resolve(node));
    }

    @Test
    void a_system_without_cameras_has_none() {
        assertThat(new VideoNodes(folder.resolve("sys"), folder.resolve("dev")).cameras()).isEmpty();
    }

    @Test
    void a_missing_camera_is_told_with_those_found() {
        assertThat(Cameras.missing("7", List.of())).isEqualTo("there is no camera 7; no camera was found");
        assertThat(Cameras.missing("7",
                List.of(new CameraDevice(0, "Webcam", "/dev/video0"), new CameraDevice(2, "Stick", "/dev/video2"))))
                .isEqualTo("there is no camera 7; found: 0 (Webcam), 2 (Stick)");
    }

    @Test
    void the_cameras_of_macos_are_read_from_the_log() {
        assertThat(Devices.parseAvFoundation(List.of("AVFoundation video devices:", "[0] FaceTime HD Camera",
                "[1] Capture screen 0", "AVFoundation audio devices:", "[0] Built-in Microphone")))
                .containsExactly(new CameraDevice(0, "FaceTime HD Camera", "0"),
                        new CameraDevice(1, "Capture screen 0", "1"));
    }

    @Test
    void sizes_are_read_from_what_drivers_log() {
        assertThat(CameraSize.parse(List.of("Compressed:       mjpeg :          Motion-JPEG :", "1280x720", "640x480",
                "Raw       :     yuyv422 :           YUYV 4:2:2 :", "640x480", "{32-1920, 2}x{32-1080, 2}")))
                .as("Video4Linux").containsExactly(new CameraSize(640, 480), new CameraSize(1280, 720));
        assertThat(CameraSize.parse(List.of("DirectShow video device options (from video devices)",
                "vcodec=mjpeg  min s=1280x720 fps=15 max s=1920x1080 fps=30.0003"))).as("DirectShow")
                .containsExactly(new CameraSize(1280, 720), new CameraSize(1920, 1080));
        assertThat(CameraSize.parse(List.of("Selected video size (1x1) is not supported by the device.",
                "Supported modes:", "1280x720@[1.000000 30.000000]fps"))).as("AVFoundation")
                .containsExactly(new CameraSize(1280, 720));
    }

    @Test
    void a_device_that_is_none_says_nothing_of_sizes() throws IOException {
        Path file = Files.writeString(folder.resolve("video0"), "not a device");

        assertThat(CameraSystem.VIDEO4LINUX.sizes(new CameraDevice(0, "File", file.toString()))).isEmpty();
    }

    @Test
    void a_missing_library_of_the_system_is_named() {
        LinkageError first = new UnsatisfiedLinkError("no jniavdevice in java.library.path");
        first.initCause(new UnsatisfiedLinkError(
                "/cache/libjniavdevice.so: libpulse.so.0: cannot open shared object file: No such file or directory"));
        LinkageError later = new NoClassDefFoundError("Could not initialize class org.bytedeco.ffmpeg.global.avdevice");
        later.initCause(new ExceptionInInitializerError(first));
        assertThat(List.of(first, later)).extracting(Devices::whyNot)
                .containsOnly("the system library libpulse.so.0 is missing; install it");
    }

    @Test
    void a_size_or_rate_is_asked_for_compressed_first_on_linux() {
        SourceOptions options = SourceOptions.DEFAULT.withCamera(1280, 720, 30);
        assertThat(CameraSystem.VIDEO4LINUX.attempts(options)).containsExactly(
                Map.of("video_size", "1280x720", "framerate", "30.0", "input_format", "mjpeg"),
                Map.of("video_size", "1280x720", "framerate", "30.0"));
        assertThat(CameraSystem.VIDEO4LINUX.attempts(SourceOptions.DEFAULT)).containsExactly(Map.of());
        assertThat(CameraSystem.AVFOUNDATION.attempts(SourceOptions.DEFAULT))
                .containsExactly(Map.of("framerate", "30"));
    }

    /** FFmpeg's virtual device takes the way of a camera: found by format name, without analysis, without waiting reads. */
    @Test
    void a_device_is_read_live_with_times_from_its_first_picture() {
        Devices.register();
        MediaInput input = MediaInput.camera("5", new CameraDevice(5, "Pattern", "pattern").title(),
                "testsrc=size=322x242:rate=20",
                "lavfi",
                Map.of(), Duration.ofSeconds(5));
        try (FramePool pool = new FramePool(); FrameSource source = VideoSource.open(input, pool)) {
            assertThat(source.info())
                    .isEqualTo(new SourceInfo("5", SourceInfo.Kind.CAMERA, 322, 242, 20, -1, -1, false));
            for (int i = 0; i < 5; i++) {
                try (Frame frame = source.next()) {
                    assertThat(frame.index()).isEqualTo(i);
                    assertThat(frame.ptsMicros()).isEqualTo(i * 50_000L);
                }
            }
            assertThatThrownBy(() -> source.seek(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void what_is_no_camera_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("video0"), "not a device");
        MediaInput input = MediaInput.camera("0", new CameraDevice(0, "File", file.toString()).title(), file.toString(),
                "video4linux2",
                Map.of(), Duration.ofSeconds(5));
        Devices.register();
        try (FramePool pool = new FramePool()) {
            assertThatThrownBy(() -> VideoSource.open(input, pool)).isInstanceOf(UserException.class)
                    .hasMessage("camera 0 (File) cannot be opened: Inappropriate ioctl for device");
        }
    }
}
