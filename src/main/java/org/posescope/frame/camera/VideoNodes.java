package org.posescope.frame.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.posescope.error.UserException;

/**
 * The cameras of Linux, as the kernel lists them in {@code /sys/class/video4linux}. A camera often has a second node that
 * gives no pictures but metadata; the node with {@code index} 0 is the one that gives pictures.
 *
 * @param sysfs   {@code /sys/class/video4linux}
 * @param devices {@code /dev}
 */
record VideoNodes(Path sysfs, Path devices) {
    static final VideoNodes OF_SYSTEM = new VideoNodes(Path.of("/sys/class/video4linux"), Path.of("/dev"));

    private static final Pattern NODE = Pattern.compile("video(\\d+)");

    /** In the order of their numbers; empty where there are none. */
    List<CameraDevice> cameras() {
        if (!Files.isDirectory(sysfs)) {
            return List.of();
        }
        try (Stream<Path> nodes = Files.list(sysfs)) {
            return nodes.map(this::camera).flatMap(Optional::stream)
                    .sorted(Comparator.comparingInt(CameraDevice::number))
                    .toList();
        } catch (IOException e) {
            throw new UserException("the cameras of this computer cannot be listed: " + e.getMessage(), e);
        }
    }

    private Optional<CameraDevice> camera(Path node) {
        Matcher name = NODE.matcher(node.getFileName().toString());
        Path device = devices.resolve(node.getFileName());
        if (!name.matches() || !Files.exists(device) || !read(node.resolve("index")).orElse("0").equals("0")) {
            return Optional.empty();
        }
        return Optional
                .of(new CameraDevice(Integer.parseInt(name.group(1)), read(node.resolve("name")).orElse("unnamed"),
                        device.toString()));
    }

    /** The node of a number, whether or not the kernel lists it as a camera; empty when there is none. */
    Optional<CameraDevice> node(int number) {
        Path device = devices.resolve("video" + number);
        return Files.exists(device)
                ? Optional
                        .of(new CameraDevice(number,
                                read(sysfs.resolve("video" + number).resolve("name")).orElse("unnamed"),
                                device.toString()))
                : Optional.empty();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            // A camera that is unplugged at this moment takes its files away.
            return Optional.empty();
        }
    }
}
