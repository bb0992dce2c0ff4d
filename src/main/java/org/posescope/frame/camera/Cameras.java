package org.posescope.frame.camera;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.posescope.error.UserException;
import org.posescope.frame.FramePool;
import org.posescope.frame.FrameSource;
import org.posescope.frame.SourceOptions;
import org.posescope.frame.ffmpeg.MediaInput;
import org.posescope.frame.ffmpeg.VideoSource;

/** The cameras of this computer: v4l2 on Linux, DirectShow on Windows, AVFoundation on macOS. */
public final class Cameras {
    private static final Pattern NUMBER = Pattern.compile("(?:/dev/video)?(\\d{1,9})");

    private Cameras() {}

    /**
     * All cameras, in the order of their numbers.
     *
     * @throws UserException when the system cannot list them
     */
    public static List<CameraDevice> list() {
        return CameraSystem.here().cameras();
    }

    /**
     * The sizes of pictures that a camera offers, smallest first; none when it does not say.
     *
     * @throws UserException when the system library for cameras is missing
     */
    public static List<CameraSize> sizes(CameraDevice camera) {
        return CameraSystem.here().sizes(camera);
    }

    /**
     * Opens a camera. Where it does not offer the wanted size it gives the nearest one; {@link FrameSource#info} tells.
     * Presentation times are those of the camera's clock, from the first picture on.
     *
     * @param input a number, or on Linux a device such as {@code /dev/video0}
     * @param pool  where frames come from; it must stay open as long as the source
     * @throws UserException when there is no such camera, it is in use, or it gives no picture in time
     */
    public static FrameSource open(String input, SourceOptions options, FramePool pool) {
        CameraSystem system = CameraSystem.here();
        CameraDevice camera = find(input, system);
        Devices.register();
        Iterator<Map<String, String>> attempts = system.attempts(options).iterator();
        while (true) {
            MediaInput media = MediaInput.camera(input, camera.title(), system.url(camera), system.format(),
                    attempts.next(),
                    options.timeout());
            try {
                return VideoSource.open(media, pool);
            } catch (UserException e) {
                if (!attempts.hasNext()) {
                    throw e;
                }
            }
        }
    }

    private static CameraDevice find(String input, CameraSystem system) {
        Matcher number = NUMBER.matcher(input);
        if (!number.matches()) {
            throw new UserException("\"" + input + "\" is neither the number nor the device of a camera");
        }
        return system.find(Integer.parseInt(number.group(1)))
                .orElseThrow(() -> new UserException(missing(input, system.cameras())));
    }

    static String missing(String input, List<CameraDevice> cameras) {
        String found = cameras.stream().map(camera -> camera.number() + " (" + camera.name() + ")")
                .collect(Collectors.joining(", "));
        return "there is no camera " + input + "; " + (found.isEmpty() ? "no camera was found" : "found: " + found);
    }
}
