package org.posescope.app.player;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.posescope.frame.ForwardingSource;
import org.posescope.frame.Frame;
import org.posescope.frame.FrameSource;

/** Tells what is wrong with another source as soon as a pass of it is through, each thing once. */
final class TellingSource extends ForwardingSource {
    private final Consumer<String> news;
    private final Set<String> told = new HashSet<>();

    /** @param news told in sentences, on the thread that reads frames or asks for it */
    TellingSource(FrameSource source, Consumer<String> news) {
        super(source);
        this.news = news;
    }

    @Override
    public Frame next() {
        Frame frame = source.next();
        if (frame == null) {
            tell();
        }
        return frame;
    }

    /** Tells what was not told before. */
    void tell() {
        List<String> sentences = untold();
        if (!sentences.isEmpty()) {
            news.accept(String.join("; ", sentences));
        }
    }

    private synchronized List<String> untold() {
        List<String> sentences = new ArrayList<>(warnings());
        sentences.removeIf(sentence -> !told.add(sentence));
        return sentences;
    }
}
