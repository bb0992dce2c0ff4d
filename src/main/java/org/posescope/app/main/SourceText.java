package org.posescope.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.posescope.app.video.VideoModel;
import org.posescope.frame.PictureFile;
import org.posescope.frame.SourceInfo;

/** What is told of a source and of its picture that is shown. */
final class SourceText {
    private static final int LONGEST_NAME = 40;
    private static final String LEFT_OUT = "…";

    private SourceText() {}

    /**
     * What stands over the picture: what is told of it, as long as nothing else is about to take its place.
     *
     * @param opening what is being opened, as the user named it; empty: nothing
     * @param source  that plays
     * @param shown   where the picture is from that is shown
     */
    static String head(String opening, Optional<SourceInfo> source, Optional<VideoModel.Origin> shown) {
        if (!opening.isEmpty()) {
            return opening(opening);
        }
        return source.map(info -> shown.filter(picture -> isOf(picture.source(), info))
                .map(picture -> tag(info, picture.file())).orElseGet(() -> beginning(name(info)))).orElse("");
    }

    /** A camera that was lost and found may be otherwise than when it was opened. */
    private static boolean isOf(SourceInfo picture, SourceInfo plays) {
        return picture.uri().equals(plays.uri()) && picture.kind() == plays.kind();
    }

    /** Name, size and rate. */
    static String tag(SourceInfo info, Optional<PictureFile> picture) {
        List<String> parts = new ArrayList<>();
        parts.add(shortened(name(info)));
        picture.filter(each -> info.kind() != SourceInfo.Kind.IMAGE)
                .ifPresent(each -> parts.add(shortened(each.name())));
        parts.add(picture.map(each -> size(each.width(), each.height()))
                .orElseGet(() -> size(info.width(), info.height())));
        if (info.fps() > 0) {
            parts.add(number(info.fps()) + " fps");
        }
        return String.join(" · ", parts);
    }

    /** The title of the window. */
    static String title(Optional<SourceInfo> source) {
        return source.map(info -> name(info) + " – PoseScope").orElse("PoseScope");
    }

    /** @param input as the user named it */
    static String opening(String input) {
        return beginning(last(input));
    }

    private static String beginning(String name) {
        return "Opening " + shortened(name) + LEFT_OUT;
    }

    private static String size(int width, int height) {
        return String.format(Locale.ROOT, "%d×%d", width, height);
    }

    private static String number(double fps) {
        return fps == Math.rint(fps) ? Long.toString(Math.round(fps)) : String.format(Locale.ROOT, "%.2f", fps);
    }

    /** The last part of what the user named. */
    private static String name(SourceInfo info) {
        if (info.kind() == SourceInfo.Kind.CAMERA) {
            return "camera " + info.uri();
        }
        return last(info.uri());
    }

    private static String last(String input) {
        String plain = input.replaceAll("[/\\\\]+$", "");
        int slash = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
        return Optional.of(plain.substring(slash + 1)).filter(part -> !part.isBlank()).orElse(input);
    }

    /** A long name keeps its two ends, which tell files apart. */
    private static String shortened(String name) {
        int half = (LONGEST_NAME - 1) / 2;
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, half) + LEFT_OUT + name.substring(name.length() - half);
    }
}
