package org.posescope.cli.batch;

import org.posescope.batch.Shard;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2/8}. */
final class ShardConverter implements ITypeConverter<Shard> {
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
