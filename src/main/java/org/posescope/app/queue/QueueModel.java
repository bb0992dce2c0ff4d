package org.posescope.app.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.posescope.app.banner.Notice;
import org.posescope.app.banner.NoticeModel;
import org.posescope.app.work.BackgroundWork;
import org.posescope.app.work.WorkListener;
import org.posescope.batch.BatchListener;
import org.posescope.batch.Clip;
import org.posescope.batch.ClipFinder;
import org.posescope.batch.ManifestEntry;
import org.posescope.batch.Recipe;
import org.posescope.plan.Plan;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Videos that were dropped or chosen together, what is to be made of each, and how far that is. It belongs to the window and not to its page, which may
 * be closed meanwhile. FX thread.
 */
public final class QueueModel {
    private final QueueWork work;
    private final Outside outside;
    private final NoticeModel notices;
    private final BackgroundWork thread;
    private final ObservableList<QueuedVideo> videos = FXCollections.observableArrayList();
    private final Set<QueueOutput> outputs = EnumSet.of(QueueOutput.VIDEO, QueueOutput.JSON);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Set<Path> inputs = new LinkedHashSet<>();
    private Path folder;

    /**
     * What the queue needs to know of the window.
     *
     * @param plan    how people are found now
     * @param models  folder of the models
     * @param results folder in which each queue gets one of its own
     * @param fx      runs tasks, in their order, on the FX thread
     * @param files   looks at files, also while the queue runs
     */
    public record Outside(Supplier<Plan> plan, Path models, Path results, Executor fx, BackgroundWork files) {}

    /** Videos of inputs, and the name that a queue has after them. */
    private record Listed(String name, List<Clip> clips) {}

    QueueModel(QueueWork work, Outside outside, NoticeModel notices, BackgroundWork thread) {
        this.work = work;
        this.outside = outside;
        this.notices = notices;
        this.thread = thread;
        folder = outside.results();
    }

    /** As the constructor, for the queue of a window. */
    public static QueueModel of(Outside outside, NoticeModel notices, BackgroundWork thread) {
        return new QueueModel(new BatchQueue(), outside, notices, thread);
    }

    /**
     * Takes files that were dropped if they are for the queue, which is found out in the background: several videos, or a folder in which
     * videos lie.
     *
     * @param taken  told when they are
     * @param others told when they are not
     */
    public void offer(List<Path> files, Runnable taken, Runnable others) {
        outside.files().start(_ -> takes(files), WorkListener.<Boolean>of(mine -> {
            if (mine) {
                taken.run();
                add(files);
            } else {
                others.run();
            }
        }, why -> notices.show(Notice.error(why))));
    }

    static boolean takes(List<Path> files) {
        return files.stream().allMatch(file -> ClipFinder.isVideo(file) || holdsVideos(file))
                && (files.size() > 1 || holdsVideos(files.getFirst()));
    }

    private static boolean holdsVideos(Path file) {
        if (!Files.isDirectory(file)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(file)) {
            return inside.anyMatch(ClipFinder::isVideo);
        } catch (IOException _) {
            // Whoever plays the folder tells why it cannot be read.
            return false;
        }
    }

    /** Adds videos and all those in folders, which are looked for in the background. */
    void add(List<Path> files) {
        inputs.addAll(files);
        List<Path> all = List.copyOf(inputs);
        outside.files().start(_ -> list(all),
                WorkListener.<Listed>of(this::listed, why -> notices.show(Notice.error(why))));
    }

    private static Listed list(List<Path> inputs) {
        Path first = inputs.getFirst().toAbsolutePath().normalize();
        Path named = Files.isDirectory(first) ? first : first.getParent();
        ClipFinder finder = new ClipFinder();
        inputs.forEach(input -> finder.add(input.toString()));
        return new Listed(named.getFileName() == null ? "queue" : named.getFileName().toString(), finder.clips());
    }

    private void listed(Listed listed) {
        folder = outside.results().resolve(listed.name());
        List<Clip> clips = listed.clips();
        if (clips.isEmpty()) {
            inputs.clear();
            notices.show(Notice.info("There is no video in " + listed.name()));
        }
        List<QueuedVideo> shown = new ArrayList<>();
        for (Clip clip : clips) {
            shown.add(videos.stream().filter(video -> video.clip().equals(clip)).findFirst()
                    .orElseGet(() -> QueuedVideo.waiting(clip)));
        }
        videos.setAll(shown);
    }

    void choose(QueueOutput output, boolean wanted) {
        if (wanted) {
            outputs.add(output);
        } else {
            outputs.remove(output);
        }
    }

    boolean makes(QueueOutput output) {
        return outputs.contains(output);
    }

    /** Begins; without effect while it runs, or when there is nothing to do. */
    void start() {
        if (running.get() || videos.isEmpty() || outputs.isEmpty()) {
            return;
        }
        videos.replaceAll(video -> QueuedVideo.waiting(video.clip()));
        QueueRequest request = new QueueRequest(videos.stream().map(QueuedVideo::clip).toList(), recipe(), folder);
        running.set(true);
        thread.start(_ -> work.run(request, new Told()),
                WorkListener.<Integer>of(this::ended, why -> over(Notice.error(why)))
                        .onCancelled(() -> over(Notice.info("The queue was stopped; started again, it goes on."))));
    }

    private Recipe recipe() {
        List<Recipe.Entry> entries = new ArrayList<>(PlanEntries.of(outside.plan().get()));
        entries.add(new Recipe.Entry("--models", outside.models().toString()));
        outputs.forEach(output -> entries.add(output.entry()));
        return Recipe.of(entries);
    }

    private void ended(int flawed) {
        String all = (videos.size() - flawed) + " of " + videos.size() + " videos are done";
        over(flawed == 0 ? Notice.info(all) : Notice.warning(all + ", " + flawed + " failed or lost frames"));
    }

    private void over(Notice ending) {
        running.set(false);
        videos.replaceAll(video -> video.ended() ? video : QueuedVideo.waiting(video.clip()));
        notices.show(ending);
    }

    /** Stops what runs; what is done is kept. */
    void cancel() {
        thread.cancel();
    }

    /** Forgets all videos; without effect while it runs. */
    void clear() {
        if (!running.get()) {
            inputs.clear();
            videos.clear();
        }
    }

    /** In the order of their names. */
    ObservableList<QueuedVideo> videos() {
        return videos;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Where the results are. */
    Path folder() {
        return folder;
    }

    /** Hears the batch on its threads and tells the FX thread. */
    private final class Told implements BatchListener {
        @Override
        public void known(ManifestEntry entry) {
            change(entry.name(), video -> video.done("done before", result(entry)));
        }

        @Override
        public void begins(Clip clip) {
            change(clip.name(), QueuedVideo::running);
        }

        @Override
        public void frames(Clip clip, long done, long total) {
            change(clip.name(), video -> video.at(done, total));
        }

        @Override
        public void ended(ManifestEntry entry) {
            change(entry.name(), video -> entry.state() == ManifestEntry.State.FAILED
                    ? video.failed(entry.sentence())
                    : video.done(entry.sentence(), result(entry)));
        }

        @Override
        public void tell(String sentence) {
            outside.fx().execute(() -> notices.show(Notice.warning(sentence)));
        }

        /** The annotated video, or else what else was made. */
        private Path result(ManifestEntry entry) {
            return folder.resolve(entry.outputs().stream().filter(name -> ClipFinder.isVideo(Path.of(name)))
                    .findFirst().orElseGet(() -> entry.outputs().getFirst()));
        }

        private void change(String name, UnaryOperator<QueuedVideo> how) {
            outside.fx().execute(
                    () -> videos.replaceAll(video -> video.clip().name().equals(name) ? how.apply(video) : video));
        }
    }
}
