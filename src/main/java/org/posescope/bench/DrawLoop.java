package org.posescope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.posescope.draw.HudFigures;
import org.posescope.draw.Layers;
import org.posescope.draw.Overlay;
import org.posescope.draw.raster.Canvas;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Person;
import org.posescope.pose.Skeletons;

/** Draws one made-up person as tall as the picture, over and over on the first frame. */
final class DrawLoop {
    private static final int FRAMES = 500;
    private static final HudFigures FIGURES = new HudFigures("bench", 60, 16, 0);

    private final Supplier<FrameSource> source;

    DrawLoop(Supplier<FrameSource> source) {
        this.source = source;
    }

    LoopFigures run() {
        Overlay overlay = Overlay.of(Layers.DEFAULT);
        try (FrameSource frameSource = source.get(); Frame frame = frameSource.next()) {
            List<Person> people = List.of(person(frame.width(), frame.height()));
            Stopwatch watch = new Stopwatch();
            for (int i = 0; i < FRAMES; i++) {
                overlay.draw(Canvas.on(frame), people, frame.ptsMicros(), FIGURES);
            }
            return watch.stop(FRAMES);
        }
    }

    private static Person person(int width, int height) {
        int size = Skeletons.BLAZEPOSE33.size();
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float side = i % 2 == 0 ? 0.4f : 0.6f;
            points.add(new Keypoint(side * width, height * (0.1f + 0.8f * i / size), 0.9f));
        }
        return new Person(1, 0.9f, new Box(0.3f * width, 0.05f * height, 0.4f * width, 0.9f * height),
                List.of(new Keypoints(Skeletons.BLAZEPOSE33, points)), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
