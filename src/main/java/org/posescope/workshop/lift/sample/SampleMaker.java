package org.posescope.workshop.lift.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.fit.PosedLandmarks;
import org.posescope.model.ModelFile;
import org.posescope.pose.Skeletons;
import org.posescope.workshop.demo.stage.BodyParts;
import org.posescope.workshop.lift.picture.Photo;
import org.posescope.workshop.lift.picture.Photographer;
import org.posescope.workshop.lift.pose.PoseSource;

/**
 * Makes samples on all cores, in files of the same number of pictures each. A file depends on its number and the seed alone, and one that is
 * there is not made again, so that work that was interrupted goes on.
 */
public final class SampleMaker {
    /** Pictures of a file. */
    public static final int PICTURES = 250;

    private static final int PICTURES_OF_ONE = 12;
    /** More than there are files. */
    private static final long SEEDS = 1_000_000;

    private final PoseSource poses;
    private final Path body;
    private final ModelFile network;
    private final long seed;

    /** @param body our own body's file */
    public SampleMaker(PoseSource poses, Path body, ModelFile network, long seed) {
        this.poses = poses;
        this.body = body;
        this.network = network;
        this.seed = seed;
    }

    /** The file of a number. */
    public static Path file(Path folder, int number) {
        return folder.resolve(String.format(Locale.ROOT, "samples-%04d.npz", number));
    }

    /**
     * Makes those files that are not there.
     *
     * @param progress told how many are done, on any thread
     * @throws InterruptedException when this thread was interrupted; files that are there are whole
     */
    public void make(Path folder, int files, IntConsumer progress) throws InterruptedException {
        List<Integer> missing = IntStream.range(0, files).filter(k -> !Files.exists(file(folder, k))).boxed().toList();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger(files - missing.size());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int workers = Math.min(missing.size(), Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers))) {
            List<Future<?>> all = new ArrayList<>();
            for (int k = 0; k < workers; k++) {
                all.add(pool.submit(() -> work(folder, missing, next, () -> progress.accept(done.incrementAndGet()))));
            }
            try {
                for (Future<?> each : all) {
                    each.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private void work(Path folder, List<Integer> missing, AtomicInteger next, Runnable done) {
        BodyModel model = BodyModelReader.read(body);
        try (Observer observer = new Observer(network, new PosedLandmarks(model, Skeletons.BLAZEPOSE33))) {
            for (int k = next.getAndIncrement(); k < missing.size() && !Thread.interrupted(); k = next
                    .getAndIncrement()) {
                List<Sample> samples = samples(model, observer, new SplittableRandom(SEEDS * seed + missing.get(k)));
                SampleFile.write(file(folder, missing.get(k)), samples);
                done.run();
            }
        }
    }

    private List<Sample> samples(BodyModel model, Observer observer, SplittableRandom random) {
        List<Sample> samples = new ArrayList<>();
        try (Photographer photographer = new Photographer(model, BodyParts.read(body), random)) {
            for (int k = 0; k < PICTURES; k++) {
                if (k > 0 && k % PICTURES_OF_ONE == 0) {
                    photographer.dress(random);
                }
                PoseSource.Sampled sampled = poses.sample(random);
                try (Photo photo = photographer.take(sampled.pose(), random)) {
                    observer.look(photo, sampled.subject(), random).ifPresent(samples::add);
                }
            }
        }
        return samples;
    }
}
