package org.posescope.frame.camera;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.posescope.frame.SourceOptions;

/** How an operating system lists cameras, and what FFmpeg's input format for them expects. */
enum CameraSystem {
    VIDEO4LINUX("v4l2", "list_formats", "all") {
        @Override
        List<CameraDevice> cameras() {
            return VideoNodes.OF_SYSTEM.cameras();
        }

        // Also nodes that are not listed as cameras, since a user who names one may know better.
        @Override
        Optional<CameraDevice> find(int number) {
            return VideoNodes.OF_SYSTEM.node(number);
        }

        // USB is too slow for large raw pictures, so compressed ones are asked for first where a size or rate is wanted.
        @Override
        List<Map<String, String>> attempts(SourceOptions options) {
            Map<String, String> wanted = wanted(options);
            if (wanted.isEmpty()) {
                return List.of(wanted);
            }
            Map<String, String> compressed = new HashMap<>(wanted);
            compressed.put("input_format", "mjpeg");
            return List.of(compressed, wanted);
        }
    },
    DIRECTSHOW("dshow", "list_options", "true") {
        @Override
        List<CameraDevice> cameras() {
            return Devices.enumerate(format());
        }

        @Override
        String url(CameraDevice camera) {
            return "video=" + camera.device();
        }
    },
    // Of a size that it does not have, AVFoundation says which it has.
    AVFOUNDATION("avfoundation", "video_size", "1x1") {
        @Override
        List<CameraDevice> cameras() {
            return Devices.avFoundation();
        }

        @Override
        String url(CameraDevice camera) {
            return camera.device() + ":none";
        }

        // AVFoundation's own default, 29.97 frames a second, is one that most cameras do not offer.
        @Override
        List<Map<String, String>> attempts(SourceOptions options) {
            Map<String, String> wanted = wanted(options);
            wanted.putIfAbsent("framerate", "30");
            return List.of(wanted);
        }
    };

    private final String format;
    /** With this FFmpeg says which sizes a camera has. */
    private final String option;
    private final String value;

    CameraSystem(String format, String option, String value) {
        this.format = format;
        this.option = option;
        this.value = value;
    }

    static CameraSystem here() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? DIRECTSHOW : name.contains("mac") ? AVFOUNDATION : VIDEO4LINUX;
    }

    /** FFmpeg's name of the input format. */
    String format() {
        return format;
    }

    abstract List<CameraDevice> cameras();

    Optional<CameraDevice> find(int number) {
        return cameras().stream().filter(camera -> camera.number() == number).findFirst();
    }

    /** What FFmpeg opens. */
    String url(CameraDevice camera) {
        return camera.device();
    }

    /** The sizes that a camera says it offers; none when it does not say. */
    List<CameraSize> sizes(CameraDevice camera) {
        return CameraSize.parse(Devices.log(format, url(camera), Map.of(option, value)));
    }

    /** Options to try one after the other. */
    List<Map<String, String>> attempts(SourceOptions options) {
        return List.of(wanted(options));
    }

    private static Map<String, String> wanted(SourceOptions options) {
        Map<String, String> wanted = new HashMap<>();
        if (options.cameraWidth() > 0) {
            wanted.put("video_size", options.cameraWidth() + "x" + options.cameraHeight());
        }
        if (options.cameraFps() > 0) {
            wanted.put("framerate", Double.toString(options.cameraFps()));
        }
        return wanted;
    }
}
