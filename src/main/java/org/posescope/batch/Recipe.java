package org.posescope.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.posescope.error.UserException;

/**
 * What is made of each video: options of {@code posescope run}, in which {@value #NAME} stands for the video's name.
 *
 * @param options as they are written, each with its value
 */
public record Recipe(List<Entry> options) {
    public static final String NAME = "{name}";

    private static final Set<String> OUTPUTS = Set.of("--output", "--json", "--export", "--report");
    private static final String REPORT = "--report";
    private static final String STREAMS = "--nstreams";
    private static final String THREADS = "--nthreads";

    /**
     * An option.
     *
     * @param option its longest name
     * @param value  empty for one without
     */
    public record Entry(String option, String value) {
        boolean isOutput() {
            return OUTPUTS.contains(option);
        }

        public String text() {
            return value.isEmpty() ? option : option + "=" + value;
        }
    }

    public Recipe {
        options = List.copyOf(options);
    }

    /**
     * Fills in what is not said: annotated video and motion where nothing is to be written, and one stream, with which results are the
     * same on every machine and each video leaves the other cores to the others.
     *
     * @throws UserException when an output has one name for all videos
     */
    public static Recipe of(List<Entry> said) {
        List<Entry> entries = new ArrayList<>(said);
        for (Entry entry : entries) {
            if (entry.isOutput() && !entry.value().contains(NAME)) {
                throw new UserException(entry.text() + " would be the same file for every video; write " + NAME
                        + " where the video's name belongs");
            }
        }
        if (entries.stream().noneMatch(Entry::isOutput)) {
            entries.add(new Entry("--output", NAME + ".mp4"));
            entries.add(new Entry("--json", NAME + ".jsonl"));
        }
        if (entries.stream().noneMatch(entry -> entry.option().equals(STREAMS))) {
            entries.add(new Entry(STREAMS, "1"));
        }
        return new Recipe(entries);
    }

    /** As texts, to be compared and kept. */
    public List<String> texts() {
        return options.stream().map(Entry::text).toList();
    }

    /**
     * Arguments of {@code posescope} that make it.
     *
     * @param folder  for what is written
     * @param report  of the run, where the recipe asks for none
     * @param threads of a network, where the recipe does not say
     */
    List<String> arguments(Clip clip, Path folder, Path report, OptionalInt threads) {
        List<String> arguments = new ArrayList<>(List.of("run", "--no-show", "-i", clip.video().toString()));
        for (Entry entry : options) {
            arguments.add(entry.isOutput()
                    ? new Entry(entry.option(), placed(entry.value(), clip, folder)).text()
                    : entry.text());
        }
        if (threads.isPresent() && !says(THREADS)) {
            arguments.add(new Entry(THREADS, Integer.toString(threads.getAsInt())).text());
        }
        if (!says(REPORT)) {
            arguments.add(new Entry(REPORT, report.toString()).text());
        }
        return arguments;
    }

    private boolean says(String option) {
        return options.stream().anyMatch(entry -> entry.option().equals(option));
    }

    /** Where the report of a run lies. */
    Path report(Clip clip, Path folder, Path otherwise) {
        return options.stream().filter(entry -> entry.option().equals(REPORT)).findFirst()
                .map(entry -> Path.of(placed(entry.value(), clip, folder))).orElse(otherwise);
    }

    /** Folders that outputs are written to. */
    List<Path> folders(Clip clip, Path folder) {
        return options.stream().filter(Entry::isOutput)
                .map(entry -> Path.of(withoutKind(placed(entry.value(), clip, folder))).getParent()).distinct()
                .toList();
    }

    private static String placed(String value, Clip clip, Path folder) {
        String path = withoutKind(value);
        return value.substring(0, value.length() - path.length())
                + folder.resolve(path.replace(NAME, clip.name()));
    }

    /** {@code openpose:FOLDER} names the kind of output before the place. */
    private static String withoutKind(String value) {
        return value.replaceFirst("^[a-z0-9]{2,}:", "");
    }
}
