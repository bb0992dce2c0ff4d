package org.posescope.app.pulse;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Has the Java heap collected where it is seen least that everything stands still for a tenth of a second: when a clip begins again by itself,
 * and when nothing plays any more. Java's collector leaves objects that lived long alone while there is memory. FX thread.
 */
public final class QuietCollector {
    /** Less is not worth the time. */
    private static final long WORTH = 16L << 20;

    private final LongSupplier growth;
    private final Runnable collect;
    private long epoch;
    private long position;

    /**
     * @param growth  bytes by which what lived long has grown since it was collected
     * @param collect what collects it
     */
    QuietCollector(LongSupplier growth, Runnable collect) {
        this.growth = growth;
        this.collect = collect;
    }

    /** Of the virtual machine that the window runs on; without effect where it does not tell its old objects from the others. */
    public static QuietCollector ofOldObjects() {
        Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()).findFirst();
        return new QuietCollector(() -> old.map(QuietCollector::growth).orElse(0L), System::gc);
    }

    private static long growth(MemoryPoolMXBean pool) {
        MemoryUsage collected = pool.getCollectionUsage();
        return pool.getUsage().getUsed() - (collected == null ? 0 : collected.getUsed());
    }

    /**
     * A picture came to the screen.
     *
     * @param newEpoch another one than before where somebody went there, who wants to see it soon
     * @param micros   where it lies in its source
     */
    public void shown(long newEpoch, long micros) {
        boolean again = newEpoch == epoch && micros < position;
        epoch = newEpoch;
        position = micros;
        if (again) {
            collect();
        }
    }

    /** Nothing plays any more. */
    public void stopped() {
        collect();
    }

    private void collect() {
        if (growth.getAsLong() >= WORTH) {
            collect.run();
        }
    }
}
