# SPDX-License-Identifier: Apache-2.0
# Writes ranges of addresses and their countries, as Tor's packages have them, as a MaxMind DB.
# Usage: perl table.pl FOLDER FILE; FOLDER holds geoip and geoip6.
use strict;
use warnings;
use MaxMind::DB::Writer::Tree;
use Socket qw(inet_ntop AF_INET);

# What is no country, but a network's kind or a state that is no more. EU and AP stay: firewalls write them too.
my %none = map { $_ => 1 } qw(?? A1 A2 A3 AB AN CS OS SU UN XD ZZ);
my %iso = ( UK => 'GB' );

my ( $folder, $file ) = @ARGV;
my $tree = MaxMind::DB::Writer::Tree->new(
    ip_version            => 6,
    record_size           => 24,
    database_type         => 'Country',
    languages             => ['en'],
    description           => { en => 'Countries, from location.ipfire.org, CC BY-SA 4.0' },
    map_key_type_callback => sub { $_[0] eq 'country' ? 'map' : 'utf8_string' },
);

sub add {
    my ( $name, $address ) = @_;
    open my $lines, '<', "$folder/$name" or die "$folder/$name: $!";
    while (<$lines>) {
        next if /^#/;
        chomp;
        my ( $first, $last, $code ) = split /,/;
        next if $none{$code};
        $tree->insert_range( $address->($first), $address->($last), { country => { iso_code => $iso{$code} // $code } } );
    }
    close $lines;
}

add( 'geoip',  sub { inet_ntop( AF_INET, pack 'N', $_[0] ) } );
add( 'geoip6', sub { $_[0] } );

open my $out, '>:raw', $file or die "$file: $!";
$tree->write_tree($out);
close $out or die "$file: $!";
