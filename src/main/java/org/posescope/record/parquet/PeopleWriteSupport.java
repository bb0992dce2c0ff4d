package org.posescope.record.parquet;

import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Tells the library what a person is. */
final class PeopleWriteSupport extends WriteSupport<PersonRow> {
    private final Map<String, String> facts;
    private RecordConsumer out;

    /** @param facts stand in the file beside the table */
    PeopleWriteSupport(Map<String, String> facts) {
        this.facts = Map.copyOf(facts);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(PeopleColumns.schema(), facts);
    }

    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
        throw new UnsupportedOperationException("Hadoop is no part of the program");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(PersonRow row) {
        PeopleColumns.write(out, row);
    }
}
