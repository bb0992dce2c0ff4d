package org.posescope.cli.batch;

import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One of several equal parts of an archive, each for another machine.
 *
 * @param part  1 to {@code parts}
 * @param parts all of them
 */
record Shard(int part, int parts) {
    static final Shard WHOLE = new Shard(1, 1);

    Shard {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    /** Every {@code parts}-th clip, so that neighbours of one size are shared out. */
    List<Clip> of(List<Clip> clips) {
        return IntStream.range(0, clips.size()).filter(i -> i % parts == part - 1).mapToObj(clips::get).toList();
    }

    @Override
    public String toString() {
        return part + "-of-" + parts;
    }

    /** Reads {@code 2/8}. */
    static final class Converter implements ITypeConverter<Shard> {
        @Override
        public Shard convert(String value) {
            String[] numbers = value.split("/", -1);
            try {
                if (numbers.length == 2) {
                    return new Shard(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
                }
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is no part of an archive: " + e.getMessage());
            }
            throw new TypeConversionException("'" + value + "' is not of the form 1/8");
        }
    }
}
