import { StoreProblem } from '../contract.js';

export interface S3Address {
  /** To be said to people. */
  readonly place: string;
  /** Without a slash at its end. */
  readonly bucketUrl: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
}

/** Amazon's rule for names of buckets, which other stores keep to. */
const bucketShape = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const prefixShape = /^[A-Za-z0-9._/-]*$/;
const regionShape = /^[a-z0-9-]{1,40}$/;

/** Takes `s3://bucket/prefix?endpoint=…&region=…` apart. Throws `blobs.addressInvalid`. */
export function s3Address(address: string): S3Address {
  const { hostname: bucket, pathname, searchParams } = urlOf(address, address);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  const region = searchParams.get('region') ?? 'us-east-1';
  const endpoint = urlOf(searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`, address);
  const named = bucketShape.test(bucket) && prefixShape.test(prefix) && regionShape.test(region);
  const web = ['http:', 'https:'].includes(endpoint.protocol) && endpoint.username === '' && endpoint.search === '';
  if (!named || !web) throw invalid(address);
  return {
    place: `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`,
    bucketUrl: `${endpoint.origin}${endpoint.pathname.replace(/\/+$/, '')}/${bucket}`,
    prefix: prefix === '' ? '' : `${prefix}/`,
    region,
  };
}

function urlOf(text: string, address: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalid(address);
  }
}

const invalid = (address: string): StoreProblem => new StoreProblem('blobs.addressInvalid', { address });
